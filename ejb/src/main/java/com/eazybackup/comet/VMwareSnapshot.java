package com.eazybackup.comet;

/** What a snapshot of a VMware machine takes along. */
public enum VMwareSnapshot implements CometCode {
    CRASH_CONSISTENT(""),
    MEMORY("memory"),
    QUIESCE("quiesce"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<VMwareSnapshot> TABLE =
            new CodeTable<>(VMwareSnapshot.class, UNKNOWN);

    private final String code;

    VMwareSnapshot(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static VMwareSnapshot of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
