package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.whmcs.ActiveUsers;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.CometUser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * The devices of a Comet Server's users as they are shown, without those that are revoked: two
 * queries, three with active users only, whatever their number.
 */
final class PresenceRows {

    /** A device under its user. */
    record Seat(String key, CometUser user, String hash, boolean online) {}

    /** Takes one device. */
    interface Reader {
        void read(Seat seat);
    }

    private final ProfileName profile;
    private final boolean activeOnly;
    private final Set<CometUser> users = new HashSet<>();

    /**
     * @param activeOnly without users that have no active service
     */
    PresenceRows(ProfileName profile, boolean activeOnly) {
        this.profile = profile;
        this.activeOnly = activeOnly;
    }

    void each(Connection connection, Reader reader) throws SQLException {
        readUsers(connection);
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT id, client_id, username, hash, is_active FROM comet_devices"
                                + " WHERE revoked_at IS NULL AND client_id > 0")) {
            // Row by row: a fleet is more than a query's answer should hold.
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    CometUser user = user(row.getInt(2), row.getString(3));
                    if (users.contains(user)) {
                        reader.read(
                                new Seat(
                                        row.getString(1),
                                        user,
                                        row.getString(4),
                                        row.getBoolean(5)));
                    }
                }
            }
        }
    }

    private void readUsers(Connection connection) throws SQLException {
        Set<CometUser> active = activeOnly ? ActiveUsers.of(connection, profile) : Set.of();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT client_id, username FROM comet_users WHERE comet_server_id = ?")) {
            select.setString(1, profile.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    CometUser user = user(row.getInt(1), row.getString(2));
                    if (!activeOnly || active.contains(user)) {
                        users.add(user);
                    }
                }
            }
        }
    }

    private static CometUser user(int client, String name) {
        return new CometUser(new ClientId(Math.max(1, client)), name == null ? "" : name);
    }

    /**
     * @return whose devices were looked at
     */
    int users() {
        return users.size();
    }
}
