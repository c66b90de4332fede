package com.eazybackup.monitor;

import java.time.Instant;

/**
 * What is, or would be, done about one job.
 *
 * @param line what was found out, and done or not
 * @param at when
 */
public record JobVerdict(MonitorLine line, Instant at) {}
