package com.eazybackup.ingest;

import com.eazybackup.comet.DeviceId;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.DeviceKey;
import com.eazybackup.ingest.News.Spot;
import com.eazybackup.whmcs.CometUser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The devices that a batch is about, read at once, changed in memory, and written at once. */
final class DeviceTable {

    private static final String SELECT =
            "SELECT id, client_id, username, hash, content, name, platform_os, platform_arch,"
                    + " is_active, UNIX_TIMESTAMP(created_at), UNIX_TIMESTAMP(revoked_at),"
                    + " UNIX_TIMESTAMP(offline_since) FROM comet_devices WHERE ";

    private static final String UPSERT =
            "INSERT INTO comet_devices (id, client_id, username, hash, content, name, platform_os,"
                    + " platform_arch, is_active, created_at, revoked_at, offline_since) VALUES"
                    + " (?,?,?,?,?,?,?,?,?,FROM_UNIXTIME(?),FROM_UNIXTIME(?),FROM_UNIXTIME(?))"
                    + " ON DUPLICATE KEY UPDATE username = VALUES(username),"
                    + " content = VALUES(content), name = VALUES(name),"
                    + " platform_os = VALUES(platform_os), platform_arch = VALUES(platform_arch),"
                    + " is_active = VALUES(is_active), created_at = VALUES(created_at),"
                    + " revoked_at = VALUES(revoked_at), offline_since = VALUES(offline_since)";

    private static final String REGISTERED =
            "INSERT INTO eb_devices_registry (server_id, device_id, username, friendly_name,"
                    + " platform_os, platform_arch, registered_at, status)"
                    + " VALUES (?,?,?,?,?,?,?,'active') ON DUPLICATE KEY UPDATE"
                    + " username = VALUES(username), friendly_name = VALUES(friendly_name),"
                    + " platform_os = VALUES(platform_os), platform_arch = VALUES(platform_arch),"
                    + " registered_at = VALUES(registered_at), status = VALUES(status)";

    private static final String REMOVED =
            "UPDATE eb_devices_registry SET status = 'removed'"
                    + " WHERE server_id = ? AND device_id = ? AND username = ?";

    private static final int REGISTRY_ID = 128;

    private final ProfileName profile;
    private final Map<String, DeviceEntry> entries = new LinkedHashMap<>();
    private final Map<String, String> registry = new HashMap<>();
    private final Set<Spot> elsewhere = new HashSet<>();
    private final Set<String> heardOf = new HashSet<>();

    DeviceTable(ProfileName profile) {
        this.profile = profile;
    }

    /**
     * @param ids rows that matter
     * @param usernames whose devices all matter, as stored
     * @param hashes devices that matter whoever's they are
     */
    void read(
            Connection connection,
            Collection<String> ids,
            Collection<String> usernames,
            Collection<String> hashes)
            throws SQLException {
        Lookup.Reader reader =
                row -> {
                    DeviceEntry entry = DeviceEntry.read(row);
                    entries.put(entry.id(), entry);
                };
        Lookup.each(connection, SELECT + "id IN ", ids, reader);
        Lookup.each(connection, SELECT + "username IN ", usernames, reader);
        Lookup.each(connection, SELECT + "hash IN ", hashes, reader);
        Lookup.each(
                connection,
                "SELECT device_id, username, server_id = ? FROM eb_devices_registry"
                        + " WHERE device_id IN ",
                List.of(profile.value()),
                hashes.stream().map(hash -> Fit.to(REGISTRY_ID, hash)).toList(),
                row -> {
                    if (row.getBoolean(3)) {
                        registry.put(row.getString(1), row.getString(2));
                    } else {
                        elsewhere.add(new Spot(row.getString(2), row.getString(1)));
                    }
                });
    }

    /**
     * @return the client's row of that device, whichever of its users has it; null when there is
     *     none
     */
    DeviceEntry find(CometUser owner, String deviceId) {
        return entries.get(DeviceKey.of(owner.client(), new DeviceId(deviceId)).value());
    }

    DeviceEntry findOrAdd(CometUser owner, String deviceId) {
        DeviceEntry entry = find(owner, deviceId);
        if (entry == null) {
            entry = DeviceEntry.fresh(owner, deviceId);
            entries.put(entry.id(), entry);
        }
        return entry;
    }

    /**
     * @return null when there is no such row any more
     */
    DeviceEntry row(String id) {
        return entries.get(id);
    }

    List<DeviceEntry> of(CometUser owner) {
        return entries.values().stream().filter(entry -> entry.isOf(owner)).toList();
    }

    /**
     * @return not revoked rows of that device, of any client
     */
    List<DeviceEntry> withHash(String deviceId) {
        return entries.values().stream()
                .filter(entry -> entry.hash().equals(deviceId) && !entry.revoked())
                .toList();
    }

    /**
     * @return whether this Comet Server is known to have the device under the row's user
     */
    boolean isHere(DeviceEntry entry) {
        return entry.username().equals(registry.get(Fit.to(REGISTRY_ID, entry.hash())));
    }

    /**
     * @return rows of a device of this user that another client has, because the user was that
     *     client's once. A user of the same name on another Comet Server is somebody else
     */
    List<DeviceEntry> leftBehind(CometUser owner, String deviceId) {
        String username = Fit.to(Fit.NAME, owner.username());
        if (elsewhere.contains(new Spot(username, Fit.to(REGISTRY_ID, deviceId)))) {
            return List.of();
        }
        return withHash(deviceId).stream()
                .filter(entry -> entry.username().equals(username) && !entry.isOf(owner))
                .filter(this::isHere)
                .toList();
    }

    /** A list that lacks it does not follow upon another one any more. */
    void heardOf(DeviceEntry entry) {
        heardOf.add(entry.id());
    }

    /**
     * @param now Unix seconds
     * @return how many rows were not so before
     */
    int write(Connection connection, ChangeDrafts drafts, long now) throws SQLException {
        Rows rows = new Rows(UPSERT);
        Rows registered = new Rows(REGISTERED);
        Rows removed = new Rows(REMOVED);
        for (DeviceEntry entry : entries.values()) {
            if (!entry.dirty()) {
                continue;
            }
            rows.add(entry.row());
            String id = Fit.to(REGISTRY_ID, entry.hash());
            if (entry.registrationChanged()) {
                registered.add(
                        profile.value(),
                        id,
                        entry.username(),
                        entry.name(),
                        entry.os(),
                        entry.arch(),
                        entry.createdAt() > 0 ? entry.createdAt() : now);
            } else if (entry.newlyRevoked()) {
                removed.add(profile.value(), id, entry.username());
            }
            entry.tell(drafts);
        }
        rows.write(connection);
        PresenceStrikes.forget(connection, profile, heardOf);
        // A user that moves to another client loses a device here and has it there: it is
        // registered.
        removed.write(connection);
        registered.write(connection);
        return rows.size();
    }
}
