package com.eazybackup.comet.browse;

import java.util.List;

/** {@code DispatcherListSnapshotVirtualMachinesResponse} of the protocol. */
public record SnapshotMachines(List<SnapshotMachine> vMs) {}
