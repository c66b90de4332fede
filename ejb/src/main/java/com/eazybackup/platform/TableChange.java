package com.eazybackup.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Changes of tables that may be repeated: each looks before it acts, because MySQL has no "if not
 * exists" for columns and keys.
 */
final class TableChange {

    private TableChange() {}

    static void addColumn(Connection connection, String table, String column, String type)
            throws SQLException {
        if (!exists(
                connection,
                "information_schema.columns",
                "table_name = '" + table + "' AND column_name = '" + column + "'")) {
            run(connection, "ALTER TABLE " + table + " ADD COLUMN " + column + " " + type);
        }
    }

    static void addIndex(
            Connection connection, String table, String name, String kind, String columns)
            throws SQLException {
        if (!exists(
                connection,
                "information_schema.statistics",
                "table_name = '" + table + "' AND index_name = '" + name + "'")) {
            run(
                    connection,
                    "ALTER TABLE " + table + " ADD " + kind + " " + name + " (" + columns + ")");
        }
    }

    static boolean exists(Connection connection, String catalogue, String condition)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT 1 FROM "
                                        + catalogue
                                        + " WHERE table_schema = DATABASE() AND "
                                        + condition
                                        + " LIMIT 1")) {
            return row.next();
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
