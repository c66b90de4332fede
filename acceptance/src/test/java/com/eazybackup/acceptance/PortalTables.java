package com.eazybackup.acceptance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The portal's tables, to look at what no page shows and to begin a test with. */
final class PortalTables {

    private PortalTables() {}

    static void run(String sql) throws SQLException {
        try (Connection connection = World.get().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * @return the first column of every row
     */
    static List<String> rows(String sql, String... values) throws SQLException {
        try (Connection connection = World.get().connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        }
    }

    /**
     * What this person was refused of late: the trail takes the same refusal of the same person
     * once a minute, so that one asked for again may be an earlier test's.
     *
     * @return where, for each refusal that is in the trail
     */
    static List<String> refusals(String actor, String action) throws SQLException {
        return rows(
                "SELECT target FROM eb_audit WHERE actor = ? AND action = ? AND role = 'customer'"
                        + " AND result = 'refused'"
                        + " AND at_ms > (UNIX_TIMESTAMP() - 120) * 1000",
                actor,
                action);
    }
}
