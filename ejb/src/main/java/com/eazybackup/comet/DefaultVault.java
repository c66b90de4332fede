package com.eazybackup.comet;

/** Which vault a new account begins with: {@code UserPolicy.DefaultNewStorageVault}. */
public enum DefaultVault implements CometCode {
    NONE("none"),
    SERVER_CONTROLLED("server_controlled"),
    USER_CONTROLLED("user_controlled"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<DefaultVault> TABLE =
            new CodeTable<>(DefaultVault.class, UNKNOWN);

    private final String code;

    DefaultVault(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static DefaultVault of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
