package com.eazybackup.comet.browse;

/** {@code MSSQLConnection} of the protocol. */
public record SqlServerConnection(
        String type,
        String username,
        String password,
        String hostname,
        String instanceName,
        String method) {
    /** Without its secrets. */
    @Override
    public String toString() {
        return "SqlServerConnection[***]";
    }
}
