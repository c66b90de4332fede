package com.eazybackup.comet;

/** Whether an S3 bucket locks its objects: {@code S3ObjectLockMode}. */
public enum ObjectLockMode implements CometCode {
    LEGACY(0),
    ON(1),
    OFF(2),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<ObjectLockMode> TABLE =
            new CodeTable<>(ObjectLockMode.class, UNKNOWN);

    private final int code;

    ObjectLockMode(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static ObjectLockMode of(int code) {
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
