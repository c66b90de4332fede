package com.eazybackup.comet.device;

import com.eazybackup.comet.Call;
import com.eazybackup.comet.CallKind;
import com.eazybackup.comet.CallsOf;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometList;
import com.eazybackup.comet.ConnectionId;
import com.eazybackup.comet.Field;
import com.eazybackup.comet.ItemId;
import com.eazybackup.comet.LiveConnection;
import com.eazybackup.comet.SnapshotId;
import com.eazybackup.comet.VaultId;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a connected device can be told. A connection has a new id each time, so ask {@link
 * #connections} first. That a command was taken says nothing about its outcome: a job shows that.
 */
@CallsOf(CallsOf.ADMIN)
public interface DeviceCalls {

    /** Of all users. */
    default CometList<LiveConnection> connections() throws CometException {
        return connections(Optional.empty());
    }

    /**
     * @return what is connected now, several connections of one device included
     */
    @Call(value = "dispatcher/list-active", kind = CallKind.LIST, safe = true)
    CometList<LiveConnection> connections(@Field("UserNameFilter") Optional<String> userNameFilter)
            throws CometException;

    /** Runs a schedule now. */
    @Call(value = "dispatcher/run-backup", kind = CallKind.DEVICE)
    JobTaken runSchedule(
            @Field("TargetID") ConnectionId target, @Field("BackupRule") String schedule)
            throws CometException;

    /** Backs any item up to any vault. */
    @Call(value = "dispatcher/run-backup-custom", kind = CallKind.DEVICE)
    JobTaken runBackup(
            @Field("TargetID") ConnectionId target,
            @Field("Source") ItemId item,
            @Field("Destination") VaultId vault,
            @Field("Options") Optional<BackupOptions> options)
            throws CometException;

    /** Restores files to a folder; for devices that know no options. */
    @Call(value = "dispatcher/run-restore", kind = CallKind.DEVICE)
    JobTaken runRestoreTo(
            @Field("TargetID") ConnectionId target,
            @Field("Path") String path,
            @Field("Source") ItemId item,
            @Field("Destination") VaultId vault,
            @Field("Snapshot") Optional<SnapshotId> snapshot,
            @Field("Paths") Optional<List<String>> paths)
            throws CometException;

    /** Restores. Without a snapshot the newest is taken, without paths everything. */
    @Call(value = "dispatcher/run-restore-custom", kind = CallKind.DEVICE)
    JobTaken runRestore(
            @Field("TargetID") ConnectionId target,
            @Field("Source") ItemId item,
            @Field("Destination") VaultId vault,
            @Field("Options") RestoreOptions options,
            @Field("Snapshot") Optional<SnapshotId> snapshot,
            @Field("Paths") Optional<List<String>> paths,
            @Field("KnownFileCount") Optional<Long> knownFileCount,
            @Field("KnownByteCount") Optional<Long> knownByteCount,
            @Field("KnownDirCount") Optional<Long> knownDirCount)
            throws CometException;

    /** Needs the Software Build Role. */
    @Call(value = "dispatcher/update-software", kind = CallKind.DEVICE)
    void updateSoftware(
            @Field("TargetID") ConnectionId target,
            @Field("SelfAddress") Optional<String> selfAddress)
            throws CometException;

    /** Removes the software; the account keeps the device until it is revoked. */
    @Call(value = "dispatcher/uninstall-software", kind = CallKind.DEVICE)
    void uninstallSoftware(
            @Field("TargetID") ConnectionId target,
            @Field("RemoveConfigFile") boolean removeConfigFile)
            throws CometException;

    /** The device connects again. */
    @Call(value = "dispatcher/drop-connection", kind = CallKind.DEVICE)
    void dropConnection(@Field("TargetID") ConnectionId target) throws CometException;

    /** The device does not connect again until it is started. */
    @Call(value = "dispatcher/kill-process", kind = CallKind.DEVICE)
    void killProcess(@Field("TargetID") ConnectionId target) throws CometException;

    /** The device asks for the password and does not connect until it has it. */
    @Call(value = "dispatcher/force-login", kind = CallKind.DEVICE)
    void forceLogin(@Field("TargetID") ConnectionId target) throws CometException;

    /** The device reads its profile again. */
    @Call(value = "dispatcher/refetch-profile", kind = CallKind.DEVICE)
    void refetchProfile(@Field("TargetID") ConnectionId target) throws CometException;

    /** After a reset: tells the device the new password. */
    @Call(value = "dispatcher/update-login-password", kind = CallKind.DEVICE)
    void updateLoginPassword(
            @Field("TargetID") ConnectionId target, @Field("NewPassword") String newPassword)
            throws CometException;

    /** The device goes to another server. */
    @Call(value = "dispatcher/update-login-url", kind = CallKind.DEVICE)
    void updateLoginUrl(
            @Field("TargetID") ConnectionId target,
            @Field("NewURL") String newUrl,
            @Field("Force") Optional<Boolean> force)
            throws CometException;

    /** Deletes what the retention rules no longer keep. */
    @Call(value = "dispatcher/apply-retention-rules", kind = CallKind.DEVICE)
    void applyRetention(@Field("TargetID") ConnectionId target, @Field("Destination") VaultId vault)
            throws CometException;

    /** Rebuilds the index of a vault. */
    @Call(value = "dispatcher/reindex-storage-vault", kind = CallKind.DEVICE)
    void reindex(@Field("TargetID") ConnectionId target, @Field("Destination") VaultId vault)
            throws CometException;

    /** Reads all of a vault. */
    @Call(value = "dispatcher/deepverify-storage-vault", kind = CallKind.DEVICE)
    void deepVerify(@Field("TargetID") ConnectionId target, @Field("Destination") VaultId vault)
            throws CometException;

    /** Removes the locks of a vault. Used while a job runs it loses data. */
    @Call(value = "dispatcher/unlock", kind = CallKind.DEVICE)
    void unlock(
            @Field("TargetID") ConnectionId target,
            @Field("Destination") VaultId vault,
            @Field("AllowUnsafe") Optional<Boolean> allowUnsafe)
            throws CometException;

    /** Cannot be undone. */
    @Call(value = "dispatcher/delete-snapshot", kind = CallKind.DEVICE)
    void deleteSnapshot(
            @Field("TargetID") ConnectionId target,
            @Field("DestinationID") VaultId vault,
            @Field("SnapshotID") SnapshotId snapshot)
            throws CometException;

    /** Cannot be undone. For devices of 20.9.10 and newer. */
    @Call(value = "dispatcher/delete-snapshots", kind = CallKind.DEVICE)
    void deleteSnapshots(
            @Field("TargetID") ConnectionId target,
            @Field("DestinationID") VaultId vault,
            @Field("SnapshotIDs") List<SnapshotId> snapshotIds)
            throws CometException;

    /** Tries the settings of a vault from the device. */
    @Call(value = "dispatcher/ping-destination", kind = CallKind.DEVICE, safe = true)
    void testVault(@Field("TargetID") ConnectionId target, @Field("ExtraData") JsonNode extraData)
            throws CometException;

    /** Tries the sign-in of a Windows share from the device. Since Comet 24.9.6. */
    @Call(value = "dispatcher/test-smb-auth", kind = CallKind.DEVICE, safe = true)
    void testShare(@Field("TargetID") ConnectionId target, @Field("Wsa") ShareSignIn wsa)
            throws CometException;

    /** Other backup software whose settings the device could take over. */
    @Call(value = "dispatcher/request-import-sources", kind = CallKind.BROWSE, safe = true)
    ImportSources importSources(@Field("TargetID") ConnectionId target) throws CometException;

    /** Takes them over. */
    @Call(value = "dispatcher/import-apply", kind = CallKind.DEVICE)
    void applyImport(
            @Field("TargetID") ConnectionId target, @Field("ImportSourceID") String importSourceId)
            throws CometException;
}
