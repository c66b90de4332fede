package com.eazybackup.comet.server;

import com.eazybackup.comet.Call;
import com.eazybackup.comet.CallKind;
import com.eazybackup.comet.CallsOf;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.Field;
import com.eazybackup.comet.RawAnswer;
import com.eazybackup.comet.ServerVersion;
import com.eazybackup.comet.user.NewTotpSecret;
import com.eazybackup.comet.user.SessionKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** The server itself, and the account that calls it. */
@CallsOf(CallsOf.ADMIN)
public interface ServerCalls {

    /**
     * @return also the cheapest proof that address and credentials are right
     */
    @Call(value = "meta/version", safe = true)
    ServerVersion version() throws CometException;

    /**
     * @return by time in Unix seconds
     */
    @Call(value = "meta/stats", safe = true)
    Map<String, ServerStat> stats(@Field("Simple") boolean simple) throws CometException;

    /**
     * @return by id
     */
    @Call(value = "news/get-all", safe = true)
    Map<String, NewsEntry> news() throws CometException;

    /**
     * @return by name
     */
    @Call(value = "meta/webhook-options/get", safe = true)
    Map<String, WebhookOption> webhooks() throws CometException;

    /** Replaces all. */
    @Call("meta/webhook-options/set")
    void replaceWebhooks(@Field("WebhookOptions") Map<String, WebhookOption> webhookOptions)
            throws CometException;

    /**
     * @return what this administrator is and may
     */
    @Call(value = "account/properties", safe = true)
    JsonNode account() throws CometException;

    /** A session of this administrator. */
    @Call("account/session-start")
    SessionKey startSession(@Field("SelfAddress") Optional<String> selfAddress)
            throws CometException;

    /** Ends the session with which this is called. */
    @Call("account/session-revoke")
    void revokeSession() throws CometException;

    /** Completes a session that waits for a second factor. */
    @Call("account/session-upgrade")
    void upgradeSession(@Field("SessionKey") String sessionKey) throws CometException;

    /**
     * Changes the one-time codes of the administrator who calls, at once. Never meant for a user.
     */
    @Call("account/regenerate-totp")
    NewTotpSecret regenerateTotp() throws CometException;

    /** Of the administrator who calls. */
    @Call("account/validate-totp")
    void validateTotp(@Field("TOTPCode") String totpCode) throws CometException;

    /**
     * @return devices that are installed and belong to nobody, by id
     */
    @Call(value = "installation/list-active", safe = true)
    Map<String, LobbyConnection> lobby() throws CometException;

    /** Signs such a device in. */
    @Call(value = "installation/dispatch/register-device", kind = CallKind.FILE)
    RawAnswer registerDevice(
            @Field("DeviceID") String deviceId,
            @Field("TargetUser") CometUsername user,
            @Field("TargetPassword") String targetPassword,
            @Field("TargetTOTPCode") Optional<String> targetTotpCode)
            throws CometException;

    /** Ends its connection. */
    @Call("installation/dispatch/drop-connection")
    void dropLobbyConnection(@Field("DeviceID") String deviceId) throws CometException;
}
