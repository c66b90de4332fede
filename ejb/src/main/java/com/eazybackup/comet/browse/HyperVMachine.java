package com.eazybackup.comet.browse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** {@code HyperVMachineInfo} of the protocol. */
public record HyperVMachine(
        @JsonProperty("ID") String id,
        String name,
        @JsonProperty("MemoryLimitMB") long memoryLimitMb,
        @JsonProperty("CPUCores") long cpuCores,
        List<String> hardDrives,
        long generation,
        String configFilePath) {}
