package com.eazybackup.comet;

/** How a vault signs in over SFTP: {@code SFTPAuthMode}. */
public enum SftpAuthMode implements CometCode {
    NATIVE(0),
    PASSWORD(1),
    PRIVATE_KEY(2),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<SftpAuthMode> TABLE =
            new CodeTable<>(SftpAuthMode.class, UNKNOWN);

    private final int code;

    SftpAuthMode(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static SftpAuthMode of(int code) {
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
