package com.eazybackup.comet;

/** A bit of the masks that say what of an Office 365 account is backed up. */
public enum OfficeService implements CometCode {
    CALENDAR(1),
    CONTACTS(2),
    MAIL(4),
    SHAREPOINT(8),
    ONEDRIVE(16),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<OfficeService> TABLE =
            new CodeTable<>(OfficeService.class, UNKNOWN);

    private final int code;

    OfficeService(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static OfficeService of(int code) {
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
