package com.eazybackup.comet.user;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@code TotpRegeneratedResponse} of the protocol.
 *
 * @param image a picture of the code to scan, as a data address
 * @param url the same for an app to open, {@code otpauth://}
 */
public record NewTotpSecret(String image, @JsonProperty("URL") String url, String profileHash) {

    /** Without its secrets. */
    @Override
    public String toString() {
        return "NewTotpSecret[***]";
    }
}
