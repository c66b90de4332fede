package com.eazybackup.comet;

/**
 * Comet's times are Unix seconds, except where they are not: milliseconds from some tools, and on
 * old items seconds divided by 1000.
 */
public final class CometTime {

    private static final long MILLISECONDS_FROM = 1_000_000_000_000L;
    private static final long SECONDS_FROM = 1_000_000_000L;
    // TIMESTAMP columns end there, in 2038.
    private static final long SECONDS_TO = Integer.MAX_VALUE;
    private static final long KILOSECONDS_FROM = 1_000_000L;
    private static final long KILOSECONDS_TO = 10_000_000L;
    private static final long THOUSAND = 1000L;

    private CometTime() {}

    /**
     * @return Unix seconds, 0 when the value is no time
     */
    public static long seconds(long value) {
        if (value >= MILLISECONDS_FROM) {
            return seconds(value / THOUSAND);
        }
        if (value >= SECONDS_FROM && value <= SECONDS_TO) {
            return value;
        }
        if (value >= KILOSECONDS_FROM && value < KILOSECONDS_TO) {
            return value * THOUSAND;
        }
        return 0;
    }

    /**
     * The first of several values that is a time.
     *
     * @return Unix seconds, 0 when none is
     */
    public static long firstOf(long... values) {
        for (long value : values) {
            long seconds = seconds(value);
            if (seconds > 0) {
                return seconds;
            }
        }
        return 0;
    }
}
