package com.eazybackup.comet;

/** Where a storage vault keeps its data: {@code DestinationConfig.DestinationType}. */
public enum VaultType implements CometCode {
    INVALID(0),
    /** The storage gateway did not start. */
    FAILED(1),
    S3(1000),
    SFTP(1001),
    LOCAL_PATH(1002),
    COMET(1003),
    FTP(1004),
    AZURE(1005),
    SPANNED(1006),
    SWIFT(1007),
    BACKBLAZE_B2(1008),
    STORJ(1009),
    WEBDAV(1010),
    SMB(1011),
    /** In policies only: the newest vault. */
    LATEST(1100),
    /** In policies only: every vault. */
    ALL(1101),
    UNKNOWN(-1);

    private static final CodeTable<VaultType> TABLE = new CodeTable<>(VaultType.class, UNKNOWN);

    private final int code;

    VaultType(int code) {
        this.code = code;
    }

    /**
     * @return the type of that number, {@link #UNKNOWN} when Comet has a new one
     */
    public static VaultType of(int code) {
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
