package com.eazybackup.comet;

/** How a device speaks with a Microsoft SQL Server. */
public enum SqlServerMethod implements CometCode {
    NATIVE("OLEDB_NATIVE"),
    BITS_32("OLEDB_32"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<SqlServerMethod> TABLE =
            new CodeTable<>(SqlServerMethod.class, UNKNOWN);

    private final String code;

    SqlServerMethod(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static SqlServerMethod of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
