package com.eazybackup.comet.browse;

import java.util.List;

/** {@code BrowseVMwareResponse} of the protocol. */
public record VMwareMachines(List<VMwareMachine> virtualMachines) {}
