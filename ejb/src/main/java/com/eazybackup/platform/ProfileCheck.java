package com.eazybackup.platform;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Reads and checks what the environment says of one Comet Server. */
final class ProfileCheck {

    private static final Set<String> AUTH_TYPES = Set.of("Password", "PasswordTOTP", "SessionKey");

    private ProfileCheck() {}

    static CometProfileSettings read(Environment environment, String profile) {
        return new CometProfileSettings(
                profile,
                environment.plain(ProfileSetting.NAME.variable(profile)).orElse(profile),
                address(environment, ProfileSetting.URL.variable(profile), "ws", "wss"),
                address(environment, ProfileSetting.ORIGIN.variable(profile), "http", "https"),
                environment.plain(ProfileSetting.USERNAME.variable(profile)),
                authType(environment, profile),
                environment.secret(ProfileSetting.PASSWORD.variable(profile)),
                environment.secret(ProfileSetting.SESSIONKEY.variable(profile)),
                environment.secret(ProfileSetting.TOTP.variable(profile)),
                environment.plain(ProfileSetting.ALLOWLIST.variable(profile)));
    }

    private static Optional<URI> address(Environment environment, String name, String... schemes) {
        Optional<String> value = environment.plain(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!SettingCheck.address(value.get(), schemes)) {
            environment.complain(
                    name
                            + " must be a "
                            + String.join(" or ", schemes)
                            + " address, not \""
                            + value.get()
                            + "\".");
            return Optional.empty();
        }
        return value.map(URI::create);
    }

    private static String authType(Environment environment, String profile) {
        String name = ProfileSetting.AUTHTYPE.variable(profile);
        String type = environment.plain(name).orElse("Password");
        if (!AUTH_TYPES.contains(type)) {
            environment.complain(
                    name + " must be Password, PasswordTOTP or SessionKey, not \"" + type + "\".");
        }
        return type;
    }
}
