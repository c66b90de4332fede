package com.eazybackup.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One reading of a Comet Server's lists, to put right what its stream could not tell.
 *
 * @param cause what asked for it
 * @param gap between the newest event that was written and the beginning: what happened in it was
 *     told nobody; empty when no event was ever written
 * @param putRight rows that were not as the server said, and are now
 * @param details the same by kind
 * @param error why it broke off; empty when it is complete
 */
public record CatchUpRun(
        Cause cause,
        Instant began,
        Instant ended,
        Optional<Duration> gap,
        int users,
        int connections,
        int jobs,
        int running,
        int putRight,
        String details,
        String error) {

    /** What asked for a catch-up. */
    public enum Cause {
        /** The stream had begun. */
        CONNECTED,
        /** An operator. */
        REQUESTED
    }

    public boolean complete() {
        return error.isEmpty();
    }

    public Duration took() {
        return Duration.between(began, ended);
    }
}
