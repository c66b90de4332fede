package com.eazybackup.ingest;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.whmcs.ClientResolver;
import com.eazybackup.whmcs.CometUser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Finds users that belong to another client than when their profile was last written. WHMCS tells
 * nobody of that, and the new owner has no row of their devices until the profile is read again.
 */
final class MovedUsers {

    private final ProfileName profile;
    private final DataSource database;
    private final ClientResolver resolver;

    MovedUsers(ProfileName profile, WriterTools tools) {
        this.profile = profile;
        this.database = tools.database();
        this.resolver = tools.resolver();
    }

    /**
     * @return that their profiles must be read
     */
    Followups find() throws SQLException {
        Map<CometUsername, Integer> written = written();
        Map<CometUsername, CometUser> now = resolver.resolve(profile, written.keySet());
        Followups followups = new Followups();
        written.forEach(
                (user, client) -> {
                    CometUser owner = now.get(user);
                    if (owner != null && owner.client().value() != client) {
                        followups.profile(user.value());
                    }
                });
        return followups;
    }

    private Map<CometUsername, Integer> written() throws SQLException {
        Map<CometUsername, Integer> written = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT username, client_id FROM comet_users"
                                        + " WHERE comet_server_id = ?")) {
            select.setString(1, profile.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    written.put(new CometUsername(row.getString(1)), row.getInt(2));
                }
            }
        }
        return written;
    }
}
