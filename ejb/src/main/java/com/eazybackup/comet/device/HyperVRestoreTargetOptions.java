package com.eazybackup.comet.device;

/** {@code HyperVRestoreTargetOptions} of the protocol. */
public record HyperVRestoreTargetOptions(String diskStoragePath) {}
