package com.eazybackup.comet;

/**
 * How often a schedule fires: {@code ScheduleConfig.FrequencyType}. Times are the device's local
 * ones, except for the first and the last but one.
 */
public enum ScheduleFrequency implements CometCode {
    /** At a Unix time. */
    ONCE(8010),
    DAILY(8011),
    HOURLY(8012),
    WEEKLY(8013),
    MONTHLY(8014),
    /** Counted from the epoch, so it knows no time zone. */
    PERIODIC(8015),
    /** From 25.3.1 on. */
    YEARLY(8016),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<ScheduleFrequency> TABLE =
            new CodeTable<>(ScheduleFrequency.class, UNKNOWN);

    private final int code;

    ScheduleFrequency(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static ScheduleFrequency of(int code) {
        return TABLE.find(code);
    }

    public int code() {
        return code;
    }

    @Override
    public String wire() {
        return Integer.toString(code);
    }
}
