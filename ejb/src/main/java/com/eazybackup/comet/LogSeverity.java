package com.eazybackup.comet;

/** How bad a line of a job's log is: {@code JobEntry.Severity}. In rising order. */
public enum LogSeverity implements CometCode {
    DEBUG("D"),
    INFO("I"),
    WARNING("W"),
    ERROR("E"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<LogSeverity> TABLE = new CodeTable<>(LogSeverity.class, UNKNOWN);

    private final String code;

    LogSeverity(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static LogSeverity of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
