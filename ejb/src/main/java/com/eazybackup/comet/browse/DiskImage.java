package com.eazybackup.comet.browse;

import java.util.List;

/** {@code DispatcherWindiskSnapshotResponse} of the protocol. */
public record DiskImage(List<DiskDrive> windiskSnapshot) {}
