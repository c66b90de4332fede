package com.eazybackup.comet.browse;

import java.util.List;

/** {@code Partition} of the protocol. */
public record Partition(
        String deviceName,
        String partitionGuid,
        long partitionOffset,
        String filesystem,
        String volumeName,
        String volumeGuid,
        String volumeSerial,
        List<String> mountPoints,
        long readOffset,
        long size,
        long usedSize,
        long flags,
        long bytesPerFilesystemCluster) {}
