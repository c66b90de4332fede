package com.eazybackup.comet.browse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** {@code PVEVM} of the protocol. */
public record ProxmoxMachine(
        @JsonProperty("CPU") String cpu,
        List<ProxmoxDisk> disks,
        String memory,
        String name,
        String node,
        @JsonProperty("OSType") String osType,
        boolean running,
        String type,
        @JsonProperty("VMID") String vmid) {}
