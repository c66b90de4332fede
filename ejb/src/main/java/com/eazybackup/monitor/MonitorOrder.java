package com.eazybackup.monitor;

/**
 * What a run is to do.
 *
 * @param dryRun only tell; the settings can make every run one
 */
record MonitorOrder(MonitorRun.Cause cause, boolean dryRun, StallLimits limits) {}
