package com.eazybackup.comet.user;

/** {@code InstallToken} of the protocol. */
public record InstallToken(
        String username,
        String server,
        String token,
        long createTime,
        boolean used,
        long expireTime) {
    /** Without its secrets. */
    @Override
    public String toString() {
        return "InstallToken[***]";
    }
}
