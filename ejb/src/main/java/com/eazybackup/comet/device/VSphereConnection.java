package com.eazybackup.comet.device;

/** {@code VSphereConnection} of the protocol. */
public record VSphereConnection(
        String hostname,
        boolean https,
        boolean allowInvalidCertificate,
        String username,
        String password,
        String thumbPrint) {
    /** Without its secrets. */
    @Override
    public String toString() {
        return "VSphereConnection[***]";
    }
}
