package com.eazybackup.comet;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How somebody signs in to a Comet Server. {@code toString} shows nothing of it but the name.
 *
 * @param authType {@code Password}, {@code PasswordTOTP} or {@code SessionKey}
 * @param password empty when it is not used; so are {@code sessionKey} and {@code totp}
 */
public record CometCredentials(
        String username, String authType, String password, String sessionKey, String totp) {

    public static CometCredentials password(String username, String password) {
        return new CometCredentials(username, "Password", password, "", "");
    }

    /**
     * @return the form fields that sign a call in; fields without a value are left out
     */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Username", username);
        fields.put("AuthType", authType);
        putUnlessEmpty(fields, "Password", password);
        putUnlessEmpty(fields, "SessionKey", sessionKey);
        putUnlessEmpty(fields, "TOTP", totp);
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
