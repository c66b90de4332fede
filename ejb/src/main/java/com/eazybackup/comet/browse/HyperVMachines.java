package com.eazybackup.comet.browse;

import java.util.List;

/** {@code BrowseHVResponse} of the protocol. */
public record HyperVMachines(List<HyperVMachine> virtualMachines) {}
