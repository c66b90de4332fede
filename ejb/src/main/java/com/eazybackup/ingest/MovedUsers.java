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
 *
 * <p>Cost: the users are only read when some service of WHMCS is not as it was, and once after
 * that.
 */
final class MovedUsers {

    private final ProfileName profile;
    private final DataSource database;
    private final ClientResolver resolver;
    private int seen = -1;
    private boolean looksAgain;

    MovedUsers(ProfileName profile, WriterTools tools) {
        this.profile = profile;
        this.database = tools.database();
        this.resolver = tools.resolver();
    }

    /**
     * @return that their profiles must be read
     */
    Followups find() throws SQLException {
        Followups followups = new Followups();
        int revision = resolver.revision();
        if (revision == seen && !looksAgain) {
            return followups;
        }
        // News that were being written as the services changed still had the former owners.
        looksAgain = revision != seen;
        Map<CometUsername, Integer> written = written();
        Map<CometUsername, CometUser> now = resolver.resolve(profile, written.keySet());
        written.forEach(
                (user, client) -> {
                    CometUser owner = now.get(user);
                    if (owner != null && owner.client().value() != client) {
                        followups.profile(user.value());
                    }
                });
        seen = revision;
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
