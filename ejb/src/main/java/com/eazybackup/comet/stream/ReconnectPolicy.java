package com.eazybackup.comet.stream;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * When to connect again. Knows no clock and no network.
 *
 * <p>A failed attempt waits 2, 4, 8, 16, then always 32 seconds, less up to a fifth by chance, so
 * that several nodes do not come at once and no outage is outlasted by more than that. Silence
 * waits 2 seconds. Only an event, not an accepted sign-in, ends the counting: a server that accepts
 * and hangs up would be called in a tight loop otherwise.
 */
final class ReconnectPolicy {

    private static final long LONGEST_SECONDS = 32;
    private static final int LARGEST_EXPONENT = 6;
    private static final Duration AFTER_SILENCE = Duration.ofSeconds(2);
    private static final double MOST_TAKEN_OFF = 0.2;
    private static final int ALERT_AT_RECYCLES = 2;
    private static final int ALERT_AT_FAILURES = 3;

    private final DoubleSupplier chance;
    private int recycles;
    private int failures;

    /**
     * @param chance from 0 to 1
     */
    ReconnectPolicy(DoubleSupplier chance) {
        this.chance = chance;
    }

    /** An event came. */
    void healthy() {
        recycles = 0;
        failures = 0;
    }

    /** The connection was given up because nothing came any more. */
    Duration silent() {
        recycles++;
        return AFTER_SILENCE;
    }

    /** It did not come about, was refused, broke, or was closed by the server in good order. */
    Duration failed() {
        failures++;
        long seconds = Math.min(LONGEST_SECONDS, 1L << Math.min(failures, LARGEST_EXPONENT));
        double part = 1 - MOST_TAKEN_OFF * chance.getAsDouble();
        return Duration.ofMillis(Math.round(seconds * 1000 * part));
    }

    /**
     * @return whether it has gone on long enough for somebody to be told
     */
    boolean alarming() {
        return recycles >= ALERT_AT_RECYCLES || failures >= ALERT_AT_FAILURES;
    }

    int failures() {
        return failures;
    }
}
