package com.eazybackup.comet;

/** How a device signs in to a Microsoft SQL Server. */
public enum SqlServerAuthMode implements CometCode {
    WINDOWS("windows"),
    NATIVE("native"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<SqlServerAuthMode> TABLE =
            new CodeTable<>(SqlServerAuthMode.class, UNKNOWN);

    private final String code;

    SqlServerAuthMode(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static SqlServerAuthMode of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
