package com.eazybackup.comet.device;

/** {@code MSSQLLoginArgs} of the protocol. */
public record SqlServerLogin(
        String instance,
        String authMode,
        String username,
        String password,
        boolean methodIsOledb32Bit,
        boolean restoreNoRecovery) {
    /** Without its secrets. */
    @Override
    public String toString() {
        return "SqlServerLogin[***]";
    }
}
