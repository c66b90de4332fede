package com.eazybackup.comet;

/** How e-mail leaves a Comet Server. */
public enum EmailDelivery implements CometCode {
    INHERIT(""),
    BUILT_IN("builtin"),
    SMTP("smtp"),
    SMTP_TLS("smtp-ssl"),
    DISABLED("disabled"),
    UNKNOWN(CometCode.NOTHING);

    private static final CodeTable<EmailDelivery> TABLE =
            new CodeTable<>(EmailDelivery.class, UNKNOWN);

    private final String code;

    EmailDelivery(String code) {
        this.code = code;
    }

    /**
     * @return the one of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static EmailDelivery of(String code) {
        return TABLE.find(code);
    }

    @Override
    public String wire() {
        return code;
    }
}
