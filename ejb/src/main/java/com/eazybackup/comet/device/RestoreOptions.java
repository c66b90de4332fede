package com.eazybackup.comet.device;

import java.util.List;

/** {@code RestoreJobAdvancedOptions} of the protocol. */
public record RestoreOptions(
        long type,
        boolean overwriteExistingFiles,
        boolean overwriteIfNewer,
        boolean overwriteIfDifferentContent,
        boolean overwriteForcePermissions,
        boolean destIsOriginalLocation,
        String destPath,
        List<String> exactDestPaths,
        long archiveFormat,
        boolean skipUnreadableChunks,
        boolean onDiskIndexesKey,
        OfficeCredential office365Credential,
        String username,
        String password,
        String host,
        String port,
        boolean useSsl,
        boolean sslAllowInvalid,
        String sslCaFile,
        String sslCrtFile,
        String sslKeyFile,
        SqlServerLogin msSqlConnection,
        VMwareRestoreTargetOptions vMwareConnection,
        HyperVRestoreTargetOptions hyperVConnection,
        ProxmoxRestoreTargetOptions proxmoxConnection) {
    /** Without its secrets. */
    @Override
    public String toString() {
        return "RestoreOptions[***]";
    }
}
