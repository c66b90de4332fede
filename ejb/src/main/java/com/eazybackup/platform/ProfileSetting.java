package com.eazybackup.platform;

/**
 * What the environment can say of one Comet Server: {@code COMET_<profile><suffix>}. Address and
 * credentials in WHMCS's server group of the same name go first; these are the fallback.
 */
public enum ProfileSetting {
    NAME("_NAME", "Name on pages; the profile's own when empty."),
    URL("_URL", "Address of the live stream, wss://…/api/v1/events/stream."),
    ORIGIN("_ORIGIN", "Address of the server, https://…; also sent as Origin."),
    USERNAME("_USERNAME", "Name of the administrator account."),
    AUTHTYPE("_AUTHTYPE", "Password (default), PasswordTOTP or SessionKey."),
    PASSWORD("_PASSWORD", "Its password (or …_PASSWORD_FILE)."),
    SESSIONKEY("_SESSIONKEY", "Session key, for AuthType SessionKey (or …_SESSIONKEY_FILE)."),
    TOTP("_TOTP", "One-time code, for AuthType PasswordTOTP (or …_TOTP_FILE)."),
    ALLOWLIST("_ALLOWLIST", "Sent to the stream as allowList; empty means all events.");

    private final String suffix;
    private final String meaning;

    ProfileSetting(String suffix, String meaning) {
        this.suffix = suffix;
        this.meaning = meaning;
    }

    /**
     * @return the variable's name for one profile
     */
    public String variable(String profile) {
        return "COMET_" + profile + suffix;
    }

    /**
     * @return one sentence for the operator
     */
    public String meaning() {
        return meaning;
    }

    boolean secret() {
        return this == PASSWORD || this == SESSIONKEY || this == TOTP;
    }
}
