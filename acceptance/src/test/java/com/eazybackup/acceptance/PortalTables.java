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
}
