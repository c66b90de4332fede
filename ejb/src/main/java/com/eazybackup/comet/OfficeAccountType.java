package com.eazybackup.comet;

/** What an Office 365 account is: {@code Office365MixedVirtualAccount.Type}. */
public enum OfficeAccountType implements CometCode {
    USER(1),
    GROUP(2),
    TEAM(3),
    SITE(4),
    UNKNOWN(CometCode.NONE);

    private static final CodeTable<OfficeAccountType> TABLE =
            new CodeTable<>(OfficeAccountType.class, UNKNOWN);

    private final int code;

    OfficeAccountType(int code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static OfficeAccountType of(int code) {
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
