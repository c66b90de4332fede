package com.eazybackup.comet.user;

import com.eazybackup.comet.Call;
import com.eazybackup.comet.CallKind;
import com.eazybackup.comet.CallsOf;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometList;
import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.DeviceId;
import com.eazybackup.comet.Field;
import com.eazybackup.comet.ItemId;
import com.eazybackup.comet.UserProfile;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Users of a Comet Server and their profiles. A change of a profile goes through {@link
 * ProfileEdit}.
 */
@CallsOf(CallsOf.ADMIN)
public interface UserCalls {

    /**
     * @return the user names; an administrator of a tenant gets that tenant's
     */
    @Call(value = "list-users", kind = CallKind.LIST, safe = true)
    List<String> names() throws CometException;

    /**
     * @return every user with the whole profile; large, so read it while it comes
     */
    @Call(value = "list-users-full", kind = CallKind.LIST, safe = true)
    CometList<UserProfile> all() throws CometException;

    /**
     * @return the profile without its hash
     */
    @Call(value = "get-user-profile", safe = true)
    UserProfile profile(@Field("TargetUser") CometUsername user) throws CometException;

    /** The read half of every change of a profile. */
    @Call(value = "get-user-profile-and-hash", safe = true)
    HashedProfile profileAndHash(@Field("TargetUser") CometUsername user) throws CometException;

    /** Whether a profile has changed, without reading it. */
    @Call(value = "get-user-profile-hash", safe = true)
    ProfileHash hash(@Field("TargetUser") CometUsername user) throws CometException;

    /**
     * The write half of every change: the whole profile, with the hash that was just read.
     *
     * @throws CometException of kind CONFLICT when the profile has changed meanwhile
     */
    @Call("set-user-profile-hash")
    HashedProfile replace(
            @Field("TargetUser") CometUsername user,
            @Field("ProfileData") UserProfile profileData,
            @Field("RequireHash") String requireHash,
            @Field("AdminOptions") Optional<WriteOptions> adminOptions)
            throws CometException;

    /**
     * Writes over whatever somebody else has changed meanwhile. Here because Comet has it; the
     * house's rules let nobody use it: {@link ProfileEdit} is the way.
     */
    @Call("set-user-profile")
    void overwrite(
            @Field("TargetUser") CometUsername user, @Field("ProfileData") UserProfile profileData)
            throws CometException;

    /**
     * @param storeRecoveryCode 1, or an administrator can never reset the password
     * @param requirePasswordChange 1 when the user must choose another one at the first sign-in
     */
    @Call("add-user")
    void add(
            @Field("TargetUser") CometUsername user,
            @Field("TargetPassword") String targetPassword,
            @Field("StoreRecoveryCode") Optional<Long> storeRecoveryCode,
            @Field("RequirePasswordChange") Optional<Long> requirePasswordChange,
            @Field("TargetOrganization") Optional<String> targetOrganization)
            throws CometException;

    /** A copy of an account. */
    @Call("add-user-from-profile")
    void addFromProfile(
            @Field("TargetUser") CometUsername user,
            @Field("ProfileData") UserProfile profileData,
            @Field("TargetOrganization") Optional<String> targetOrganization)
            throws CometException;

    /** Deletes the account with its history of jobs; what is in its buckets stays. */
    @Call("delete-user")
    void delete(
            @Field("TargetUser") CometUsername user,
            @Field("UninstallConfig") Optional<UninstallConfig> uninstallConfig)
            throws CometException;

    /**
     * Sets another password. Without the old one it works only for a profile that has a recovery
     * code: see {@link PasswordReset}.
     */
    @Call("reset-user-password")
    void resetPassword(
            @Field("TargetUser") CometUsername user,
            @Field("NewPassword") String newPassword,
            @Field("OldPassword") Optional<String> oldPassword)
            throws CometException;

    /** The user signs in without one-time codes again. */
    @Call("disable-user-totp")
    void disableTotp(@Field("TargetUser") CometUsername user) throws CometException;

    /** Takes a device out of the account and ends its connection. */
    @Call("revoke-device")
    void revokeDevice(
            @Field("TargetUser") CometUsername user, @Field("TargetDevice") DeviceId device)
            throws CometException;

    /** One protected item with its schedules. Since Comet 25.9.6. */
    @Call(value = "get-protected-item-with-backup-rules", safe = true)
    ItemWithSchedules item(@Field("TargetUser") CometUsername user, @Field("SourceID") ItemId item)
            throws CometException;

    /**
     * Writes one protected item and its schedules without the rest of the profile. Since Comet
     * 25.9.6.
     *
     * @throws CometException of kind CONFLICT when the profile has changed meanwhile
     */
    @Call("set-protected-item-with-backup-rules")
    void replaceItem(
            @Field("TargetUser") CometUsername user,
            @Field("SourceID") ItemId item,
            @Field("RequireHash") Optional<String> requireHash,
            @Field("Source") Optional<JsonNode> source,
            @Field("BackupRules") Optional<Map<String, JsonNode>> backupRules)
            throws CometException;

    /** Since Comet 25.9.6. */
    @Call("delete-protected-item")
    void deleteItem(@Field("TargetUser") CometUsername user, @Field("SourceID") ItemId item)
            throws CometException;

    /** A token with which a device installs itself without asking. */
    @Call("create-install-token")
    InstallTokenAnswer installToken(
            @Field("TargetUser") CometUsername user,
            @Field("TargetPassword") String targetPassword,
            @Field("Server") Optional<String> server)
            throws CometException;

    /** A session of that user, without the password. */
    @Call("account/session-start-as-user")
    SessionKey startSession(@Field("TargetUser") CometUsername user) throws CometException;

    /** Renders a report without sending it. */
    @Call(value = "preview-user-email-report", safe = true)
    MailPreview previewReport(
            @Field("TargetUser") CometUsername user,
            @Field("EmailReportConfig") JsonNode emailReportConfig,
            @Field("EmailAddress") Optional<String> emailAddress)
            throws CometException;
}
