package com.eazybackup.comet;

/** Which of Microsoft's clouds an Office 365 tenant is in: {@code Office365Credential.Region}. */
public enum OfficeCloud implements CometCode {
    GLOBAL("GlobalPublicCloud"),
    CHINA("ChinaCloud"),
    GERMANY("GermanCloud"),
    US_GCC("USGovtGccCloud"),
    US_DOD("USGovtGccDoDCloud"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<OfficeCloud> TABLE = new CodeTable<>(OfficeCloud.class, UNKNOWN);

    private final String code;

    OfficeCloud(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static OfficeCloud of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
