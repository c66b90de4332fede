package com.eazybackup.comet.stream;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * When to connect again. Knows no clock and no network.
 *
 * <p>A failed attempt waits 2, 4, 8, 16, then always 32 seconds, less up to a fifth by chance, so
 * that several nodes do not come at once and no outage is outlasted by more than that. Silence
 * waits 2 seconds. A frame that was too large waits like a failure, and for an hour each further
 * one twice as long, whatever came between: the server may send it again and again. Only an event,
 * not an accepted sign-in, ends the counting: a server that accepts and hangs up would be called in
 * a tight loop otherwise.
 */
final class ReconnectPolicy {

    private static final long LONGEST = 32;
    private static final int LARGEST_EXPONENT = 6;
    private static final long AFTER_SILENCE = 2;
    private static final double MOST_TAKEN_OFF = 0.2;
    private static final int ALERT_AT_FAILURES = 3;

    private static final long REMEMBERED_NANOS = Duration.ofHours(1).toNanos();

    private final Duration unit;
    private final int silences;
    private final DoubleSupplier chance;

    private int recycles;
    private int large;
    private long lastLarge;
    private int failures;

    /**
     * @param unit what is a second above
     * @param silences so many in a row are alarming
     * @param chance from 0 to 1
     */
    ReconnectPolicy(Duration unit, int silences, DoubleSupplier chance) {
        this.unit = unit;
        this.silences = silences;
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
        return unit.multipliedBy(AFTER_SILENCE);
    }

    /** It did not come about, was refused, broke, or was closed by the server in good order. */
    Duration failed() {
        failures++;
        return pause(failures);
    }

    /**
     * A frame was larger than we take.
     *
     * @param now {@link System#nanoTime()}
     */
    Duration tooBig(long now) {
        large = large > 0 && now - lastLarge < REMEMBERED_NANOS ? large + 1 : 1;
        lastLarge = now;
        return pause(large);
    }

    private Duration pause(int times) {
        long units = Math.min(LONGEST, 1L << Math.min(times, LARGEST_EXPONENT));
        double part = 1 - MOST_TAKEN_OFF * chance.getAsDouble();
        return Duration.ofMillis(Math.round(units * unit.toMillis() * part));
    }

    /**
     * @return whether it has gone on long enough for somebody to be told
     */
    boolean alarming() {
        return recycles >= silences || failures >= ALERT_AT_FAILURES;
    }

    int failures() {
        return failures;
    }
}
