package com.eazybackup.comet;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How somebody signs in to a Comet Server. {@code toString} shows nothing of it but the name.
 *
 * @param authType {@code Password}, {@code PasswordTOTP} or {@code SessionKey}
 * @param password empty when it is not used; so is {@code sessionKey}
 * @param totp the account's secret in base 32, from which codes are made, or one code; may be empty
 */
public record CometCredentials(
        String username, String authType, String password, String sessionKey, String totp) {

    public static CometCredentials password(String username, String password) {
        return new CometCredentials(username, "Password", password, "", "");
    }

    /** A session that has been begun for somebody. */
    static CometCredentials session(String username, String sessionKey) {
        return new CometCredentials(username, "SessionKey", "", sessionKey, "");
    }

    /**
     * @return whether each sign-in needs a one-time code
     */
    boolean needCode() {
        return authType.equals("PasswordTOTP");
    }

    /**
     * @return the one-time code for that moment; empty when none is used
     */
    public String code(Instant now) {
        return totp.isEmpty() ? "" : OneTimeCode.of(totp, now);
    }

    /**
     * @return the form fields that sign a call in; fields without a value are left out
     */
    Map<String, String> fields(Instant now) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Username", username);
        fields.put("AuthType", authType);
        putUnlessEmpty(fields, "Password", password);
        putUnlessEmpty(fields, "SessionKey", sessionKey);
        putUnlessEmpty(fields, "TOTP", code(now));
        return fields;
    }

    private static void putUnlessEmpty(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    @Override
    public String toString() {
        return "CometCredentials[" + username + ", " + authType + ", ***]";
    }
}
