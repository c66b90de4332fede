package com.eazybackup.comet.device;

/** {@code BackupJobAdvancedOptions} of the protocol. */
public record BackupOptions(
        boolean skipAlreadyRunning,
        long stopAfter,
        long limitVaultSpeedBps,
        boolean reduceDiskConcurrency,
        boolean useOnDiskIndexes,
        boolean allowZeroFilesSuccess,
        long autoRetentionLevel,
        long concurrencyCount,
        String logLevel,
        String tags) {}
