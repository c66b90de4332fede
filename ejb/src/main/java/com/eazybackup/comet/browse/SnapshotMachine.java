package com.eazybackup.comet.browse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** {@code VMInfo} of the protocol. */
public record SnapshotMachine(
        @JsonProperty("ID") String id,
        String name,
        @JsonProperty("CPUCores") long cpuCores,
        long ramBytes,
        String firmwareType,
        String configPath,
        List<SnapshotMachineDisk> disks) {}
