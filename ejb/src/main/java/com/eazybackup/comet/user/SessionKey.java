package com.eazybackup.comet.user;

/** {@code SessionKeyRegeneratedResponse} of the protocol. */
public record SessionKey(String sessionKey, String sessionType) {
    /** Without its secrets. */
    @Override
    public String toString() {
        return "SessionKey[***]";
    }
}
