package com.eazybackup.comet.browse;

import java.util.List;

/** {@code BrowseDiskDrivesResponse} of the protocol. */
public record DiskDrives(List<DiskDrive> disks) {}
