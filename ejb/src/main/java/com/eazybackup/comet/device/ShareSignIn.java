package com.eazybackup.comet.device;

/** {@code WinSMBAuth} of the protocol. */
public record ShareSignIn(String sharePath, String username, String password, long passwordFormat) {
    /** Without its secrets. */
    @Override
    public String toString() {
        return "ShareSignIn[***]";
    }
}
