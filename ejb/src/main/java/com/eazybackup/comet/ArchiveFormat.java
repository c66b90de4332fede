package com.eazybackup.comet;

/** What a restore packs files into: {@code RestoreJobAdvancedOptions.ArchiveFormat}. */
public enum ArchiveFormat implements CometCode {
    TAR(0),
    TAR_GZ(1),
    ZIP(2),
    SQUASHFS(3),
    TAR_ZST(4),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<ArchiveFormat> TABLE =
            new CodeTable<>(ArchiveFormat.class, UNKNOWN);

    private final int code;

    ArchiveFormat(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static ArchiveFormat of(int code) {
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
