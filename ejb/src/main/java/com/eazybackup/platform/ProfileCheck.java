package com.eazybackup.platform;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Reads and checks what the environment says of one Comet Server. */
final class ProfileCheck {

    private static final Set<String> AUTH_TYPES = Set.of("Password", "PasswordTOTP", "SessionKey");

    private ProfileCheck() {}

    static CometProfileSettings read(Environment environment, String profile) {
        CometProfileSettings settings = values(environment, profile);
        switch (settings.authType()) {
            case "SessionKey" ->
                    need(environment, settings, ProfileSetting.SESSIONKEY, settings.sessionKey());
            case "PasswordTOTP" -> {
                need(environment, settings, ProfileSetting.PASSWORD, settings.password());
                need(environment, settings, ProfileSetting.TOTP, settings.totp());
            }
            default -> {
                // No credential at all is no fault: WHMCS may have them.
                if (settings.sessionKey().isPresent()) {
                    need(environment, settings, ProfileSetting.PASSWORD, settings.password());
                }
            }
        }
        return settings;
    }

    private static void need(
            Environment environment,
            CometProfileSettings profile,
            ProfileSetting setting,
            Optional<String> value) {
        if (value.isEmpty()) {
            environment.complain(
                    setting.variable(profile.name())
                            + " is not set: "
                            + ProfileSetting.AUTHTYPE.variable(profile.name())
                            + " is "
                            + profile.authType()
                            + ".");
        }
    }

    private static CometProfileSettings values(Environment environment, String profile) {
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
