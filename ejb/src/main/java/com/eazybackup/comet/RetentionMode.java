package com.eazybackup.comet;

/** Whether a vault forgets at all: {@code RetentionPolicy.Mode}. */
public enum RetentionMode implements CometCode {
    /** Ranges are ignored. */
    KEEP_EVERYTHING(801),
    DELETE_EXCEPT(802),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<RetentionMode> TABLE =
            new CodeTable<>(RetentionMode.class, UNKNOWN);

    private final int code;

    RetentionMode(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static RetentionMode of(int code) {
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
