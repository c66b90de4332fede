package com.eazybackup.fleet;

import java.util.Map;

/**
 * A client's devices, and its jobs that ended in the last 24 hours; what was skipped is in none.
 *
 * @param ended an entry for each bucket that has any
 */
public record DayOfClient(DeviceCounts devices, Map<JobBucket, Long> ended) {}
