package com.eazybackup.comet.stream;

import java.time.Instant;

/**
 * How a stream stands.
 *
 * @param since when that began
 * @param reason for an operator; empty while it is live
 */
public record StreamStatus(StreamState state, Instant since, String reason) {}
