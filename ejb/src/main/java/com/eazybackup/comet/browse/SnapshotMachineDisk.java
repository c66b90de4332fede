package com.eazybackup.comet.browse;

/** {@code VMDiskInfo} of the protocol. */
public record SnapshotMachineDisk(String path, long size, long controller, long deviceNum) {}
