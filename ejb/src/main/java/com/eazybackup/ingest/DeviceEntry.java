package com.eazybackup.ingest;

import com.eazybackup.comet.DeviceConfig;
import com.eazybackup.comet.DeviceId;
import com.eazybackup.fleet.DeviceKey;
import com.eazybackup.whmcs.CometUser;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** A row of {@code comet_devices} while a batch is applied to it; knows how it was before. */
final class DeviceEntry {

    private final String id;
    private final int client;
    private final String hash;
    private final boolean stored;
    private final boolean wasOnline;
    private final boolean wasRevoked;

    private String username;
    private String content;
    private String name = "";
    private String os = "";
    private String arch = "";
    private boolean online;
    private long createdAt;
    private long revokedAt;
    private long offlineSince;
    private boolean dirty;
    private boolean faceChanged;

    private DeviceEntry(
            String id,
            int client,
            String hash,
            String username,
            boolean online,
            long revokedAt,
            boolean stored) {
        this.id = id;
        this.client = client;
        this.hash = hash;
        this.username = username;
        this.online = online;
        this.wasOnline = online;
        this.revokedAt = revokedAt;
        this.wasRevoked = revokedAt > 0;
        this.stored = stored;
        this.dirty = !stored;
    }

    /** Reads what {@link DeviceTable} selects. */
    static DeviceEntry read(ResultSet row) throws SQLException {
        DeviceEntry entry =
                new DeviceEntry(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(4),
                        Objects.requireNonNullElse(row.getString(3), ""),
                        row.getBoolean(9),
                        row.getLong(11),
                        true);
        entry.content = row.getString(5);
        entry.name = Objects.requireNonNullElse(row.getString(6), "");
        entry.os = row.getString(7);
        entry.arch = row.getString(8);
        entry.createdAt = row.getLong(10);
        entry.offlineSince = row.getLong(12);
        return entry;
    }

    static DeviceEntry fresh(CometUser owner, String deviceId) {
        return new DeviceEntry(
                DeviceKey.of(owner.client(), new DeviceId(deviceId)).value(),
                owner.client().value(),
                Fit.to(Fit.NAME, deviceId),
                Fit.to(Fit.NAME, owner.username()),
                false,
                0,
                false);
    }

    /**
     * The device is in this user's profile.
     *
     * @param at when that was said, Unix seconds
     */
    void registered(CometUser owner, DeviceConfig config, long at) {
        List<String> faceBefore = List.of(username, name, os, arch);
        username = Fit.to(Fit.NAME, owner.username());
        name = Fit.to(Fit.NAME, config.name());
        os = Fit.to(Fit.SHORT, config.os());
        arch = Fit.to(Fit.SHORT, config.arch());
        faceChanged |= !faceBefore.equals(List.of(username, name, os, arch));
        register(config.registeredAt(), at);
        String fresh = Fit.json(config.content());
        if (!fresh.equals(content)) {
            // MySQL keeps the fields in an order of its own.
            JsonNode before = Fit.tree(content);
            JsonNode now = Fit.tree(fresh);
            if (!now.equals(before)) {
                faceChanged |= !visible(before).equals(visible(now));
                content = fresh;
                dirty = true;
            }
        }
        dirty |= faceChanged || revokedAt > 0;
        revokedAt = 0;
    }

    /**
     * A server whose clock runs ahead tells a time that has not come. What is said of the device
     * until then would look older than the device itself, so it is registered when that was said.
     */
    private void register(long told, long at) {
        boolean ahead = told > at;
        if (told > 0 && told != createdAt && !(ahead && createdAt > 0 && createdAt <= at)) {
            createdAt = ahead ? at : told;
            dirty = true;
        }
    }

    /** The rest changes after every backup and is shown in no list. */
    private static List<JsonNode> visible(JsonNode tree) {
        return List.of(tree.path("PlatformVersion"), tree.path("ClientVersion"));
    }

    void revoke(long at) {
        if (revokedAt == 0) {
            revokedAt = at;
            setOnline(false, at);
            dirty = true;
        }
    }

    /** A revoked device stays away: it may still be connected for a moment. */
    void setOnline(boolean connected, long at) {
        if (online != connected && !(connected && revokedAt > 0)) {
            online = connected;
            offlineSince = connected ? 0 : at;
            dirty = true;
        }
    }

    boolean dirty() {
        return dirty;
    }

    /**
     * @return the values that {@link DeviceTable} writes
     */
    Object[] row() {
        return new Object[] {
            id,
            client,
            username,
            hash,
            content,
            name,
            os,
            arch,
            online,
            Fit.time(createdAt),
            Fit.time(revokedAt),
            Fit.time(offlineSince)
        };
    }

    /** Adds what a viewer must be told. */
    void tell(ChangeDrafts drafts) {
        boolean revoked = revokedAt > 0;
        if (revoked) {
            if (stored && !wasRevoked) {
                drafts.device("device:removed", this);
            }
            return;
        }
        boolean fresh = !stored || wasRevoked;
        if (fresh) {
            drafts.device("device:new", this);
        } else if (faceChanged) {
            drafts.device("device:updated", this);
        }
        if (!fresh && online != wasOnline) {
            drafts.device(online ? "device:online" : "device:offline", this);
        }
    }

    String id() {
        return id;
    }

    int client() {
        return client;
    }

    /** The raw DeviceID. */
    String hash() {
        return hash;
    }

    String username() {
        return username;
    }

    String name() {
        return name;
    }

    String os() {
        return os;
    }

    String arch() {
        return arch;
    }

    boolean online() {
        return online;
    }

    /**
     * @return Unix seconds, 0 when it is not revoked
     */
    long revokedAt() {
        return revokedAt;
    }

    boolean revoked() {
        return revokedAt > 0;
    }

    /**
     * @return whether the registry of devices must hear of it
     */
    boolean registrationChanged() {
        return !revoked() && (!stored || wasRevoked || faceChanged);
    }

    boolean newlyRevoked() {
        return revoked() && stored && !wasRevoked;
    }

    boolean isOf(CometUser owner) {
        return client == owner.client().value()
                && username.equals(Fit.to(Fit.NAME, owner.username()));
    }

    long createdAt() {
        return createdAt;
    }

    long offlineSince() {
        return offlineSince;
    }
}
