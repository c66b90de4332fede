package com.eazybackup.comet;

/**
 * What kind of job it is. A number that is not in the list is data: it is {@link #UNKNOWN}, and
 * whoever holds it keeps the number beside it. Event types share the range 4000 to 4999 and are
 * something else.
 */
public enum JobClassification implements CometCode {
    UNKNOWN(4000),
    BACKUP(4001),
    RESTORE(4002),
    RETENTION(4003),
    UNLOCK(4004),
    DELETE_SNAPSHOT(4005),
    REMEASURE(4006),
    UPDATE(4007),
    IMPORT(4008),
    REINDEX(4009),
    DEEP_VERIFY(4010),
    UNINSTALL(4011);

    private static final CodeTable<JobClassification> TABLE =
            new CodeTable<>(JobClassification.class, UNKNOWN);

    private final int code;

    JobClassification(int code) {
        this.code = code;
    }

    /**
     * @return the classification of that number, {@link #UNKNOWN} when Comet has a new one
     */
    public static JobClassification of(int code) {
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
