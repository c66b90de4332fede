package com.eazybackup.monitor;

/**
 * What an operator asks a run to do otherwise than the settings say; null leaves it. Times are
 * seconds.
 *
 * @param dryRun only tell what would be done
 */
public record MonitorRequest(
        boolean dryRun,
        Integer staleSecs,
        Integer recheckSecs,
        Integer maxAttempts,
        Integer limit) {}
