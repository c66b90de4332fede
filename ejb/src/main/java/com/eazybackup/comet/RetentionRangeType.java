package com.eazybackup.comet;

/** What one rule of a retention policy keeps: {@code RetentionRange.Type}. */
public enum RetentionRangeType implements CometCode {
    MOST_RECENT_JOBS(900),
    NEWER_THAN(901),
    JOBS_SINCE(902),
    FIRST_OF_DAYS(903),
    /** Of old; not to be written. */
    RESERVED(904),
    FIRST_OF_MONTHS(905),
    FIRST_OF_WEEKS(906),
    ONE_PER_DAY(907),
    ONE_PER_WEEK(908),
    ONE_PER_MONTH(909),
    ONE_PER_YEAR(910),
    FIRST_OF_YEARS(911),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<RetentionRangeType> TABLE =
            new CodeTable<>(RetentionRangeType.class, UNKNOWN);

    private final int code;

    RetentionRangeType(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static RetentionRangeType of(int code) {
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
