package com.eazybackup.demo;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * Does what the first administrator has to do at the first sign-in: sets another password than the
 * one from the environment, over the portal's own API. So the demo's administrator can be used at
 * once.
 */
final class FirstSignIn {

    private final URI portal;

    FirstSignIn(URI portal) {
        this.portal = portal;
    }

    /**
     * @return whether the administrator's password is still the one from the environment
     */
    static boolean isDue(Connection connection, String email) throws SQLException {
        try (ResultSet table = connection.getMetaData().getTables(null, null, "eb_admins", null)) {
            if (!table.next()) {
                return false; // what was started here is no portal
            }
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT must_change FROM eb_admins WHERE email = ?")) {
            select.setString(1, email);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /**
     * @throws StartFailed when the portal does not let the administrator in, or takes no password
     */
    void change(String email, String first, String then) {
        new PortalCalls(portal, email, first)
                .post("api/account/password", Map.of("current", first, "password", then));
    }
}
