package com.eazybackup.comet;

/** What a restored Microsoft SQL Server database is ready for. */
public enum SqlServerRecovery implements CometCode {
    RECOVERY("RECOVERY"),
    NO_RECOVERY("NO_RECOVERY"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<SqlServerRecovery> TABLE =
            new CodeTable<>(SqlServerRecovery.class, UNKNOWN);

    private final String code;

    SqlServerRecovery(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static SqlServerRecovery of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
