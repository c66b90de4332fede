package com.eazybackup.comet.device;

/** {@code VMwareRestoreTargetOptions} of the protocol. */
public record VMwareRestoreTargetOptions(
        String datacenter,
        String host,
        String datastorePath,
        String network,
        VMwareConnection connection) {}
