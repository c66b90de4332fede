package com.eazybackup.pulse;

import java.time.Instant;
import java.util.Optional;

/**
 * A wish not to hear of an incident, as it holds now.
 *
 * @param until when it ends: as wished, or later where a longer one was there before
 * @param previous when the one that was there before would have ended; empty when there was none
 */
public record Snooze(Instant until, Optional<Instant> previous) {}
