package com.eazybackup.simulator.whmcs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Runs one statement with its values. */
final class WhmcsRows {

    private final Connection connection;

    WhmcsRows(Connection connection) {
        this.connection = connection;
    }

    void write(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
