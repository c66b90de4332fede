package com.eazybackup.comet;

/** Whether FTP is encrypted: {@code FTPSMode}. */
public enum FtpsMode implements CometCode {
    PLAIN(0),
    IMPLICIT(1),
    EXPLICIT(2),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<FtpsMode> TABLE = new CodeTable<>(FtpsMode.class, UNKNOWN);

    private final int code;

    FtpsMode(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static FtpsMode of(int code) {
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
