package com.eazybackup.comet;

/** On which systems an item or an exclusion of a policy counts: {@code RestrictOS}. */
public enum OsRestriction implements CometCode {
    ANY(0),
    WINDOWS(1),
    WINDOWS_32(2),
    WINDOWS_64(3),
    MACOS(4),
    LINUX(5),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<OsRestriction> TABLE =
            new CodeTable<>(OsRestriction.class, UNKNOWN);

    private final int code;

    OsRestriction(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static OsRestriction of(int code) {
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
