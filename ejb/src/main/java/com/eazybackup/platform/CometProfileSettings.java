package com.eazybackup.platform;

import java.net.URI;
import java.util.Optional;

/**
 * What the environment says of one Comet Server. {@code toString} shows no secret.
 *
 * @param name the profile, such as {@code cometbackup}
 * @param displayName its name on pages
 * @param stream address of the live stream
 * @param origin address of the server itself
 * @param authType {@code Password}, {@code PasswordTOTP} or {@code SessionKey}
 */
public record CometProfileSettings(
        String name,
        String displayName,
        Optional<URI> stream,
        Optional<URI> origin,
        Optional<String> username,
        String authType,
        Optional<String> password,
        Optional<String> sessionKey,
        Optional<String> totp,
        Optional<String> allowList) {

    @Override
    public String toString() {
        return "CometProfileSettings[" + name + ", origin=" + origin + ", stream=" + stream + "]";
    }
}
