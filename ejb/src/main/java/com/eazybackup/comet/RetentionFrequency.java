package com.eazybackup.comet;

/** How often a device cleans up its vault: {@code AutoRetentionLevel}. */
public enum RetentionFrequency implements CometCode {
    AUTOMATIC(0),
    EVERY_JOB(1),
    MORE_OFTEN(2),
    LESS_OFTEN(3),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<RetentionFrequency> TABLE =
            new CodeTable<>(RetentionFrequency.class, UNKNOWN);

    private final int code;

    RetentionFrequency(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static RetentionFrequency of(int code) {
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
