package com.eazybackup.comet.browse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** {@code DiskDrive} of the protocol. */
public record DiskDrive(
        @JsonProperty("ID") String id,
        String deviceName,
        String caption,
        String model,
        String serialNumber,
        long size,
        List<Partition> partitions,
        List<String> deviceParents,
        long flags,
        long cylinders,
        long heads,
        long sectors,
        long sectorSize,
        List<PartitionConflict> partitionConflicts) {}
