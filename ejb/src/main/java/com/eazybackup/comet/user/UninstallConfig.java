package com.eazybackup.comet.user;

/** {@code UninstallConfig} of the protocol. */
public record UninstallConfig(boolean uninstallFlag, boolean removeConfigFile) {}
