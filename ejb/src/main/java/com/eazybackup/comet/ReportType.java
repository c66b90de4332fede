package com.eazybackup.comet;

/** When an e-mail report is sent and what it tells: {@code EmailReportConfig.ReportType}. */
public enum ReportType implements CometCode {
    IMMEDIATE(0),
    SUMMARY(1),
    GROUPED(2),
    RECENT(3),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<ReportType> TABLE = new CodeTable<>(ReportType.class, UNKNOWN);

    private final int code;

    ReportType(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static ReportType of(int code) {
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
