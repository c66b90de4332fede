package com.eazybackup.comet;

/**
 * Why files inside a disk image cannot be shown: a text that Comet puts into its message, the same
 * in every language.
 */
public enum BrowseRefusal implements CometCode {
    IMAGE_FILE_SYSTEM("ERR_UNSUPPORT_VMDK_FILE_SYSTEM"),
    DISK_FILE_SYSTEM("ERR_UNSUPPORT_VHDX_FILE_SYSTEM"),
    DISK_PARTITION("ERR_VHDX_PARTITION"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<BrowseRefusal> TABLE =
            new CodeTable<>(BrowseRefusal.class, UNKNOWN);

    private final String code;

    BrowseRefusal(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static BrowseRefusal of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
