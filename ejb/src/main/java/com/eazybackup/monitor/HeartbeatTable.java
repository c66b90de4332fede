package com.eazybackup.monitor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/** {@code eb_heartbeats}: the last one of each Comet Server. */
final class HeartbeatTable {

    private static final String COLUMNS =
            "profile, began_ms, took_ms, connections, connected_users, users, devices, online, came,"
                    + " went, deferred, outcome, error, doubted";

    private final DataSource database;

    HeartbeatTable(DataSource database) {
        this.database = database;
    }

    void write(HeartbeatRun run) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement replace =
                        connection.prepareStatement(
                                "REPLACE INTO eb_heartbeats ("
                                        + COLUMNS
                                        + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            Object[] values = {
                run.profile(),
                run.began().toEpochMilli(),
                run.took().toMillis(),
                run.connections(),
                run.connectedUsers(),
                run.users(),
                run.devices(),
                run.online(),
                run.came(),
                run.went(),
                run.deferred(),
                run.outcome().wire(),
                run.error(),
                run.doubted()
            };
            for (int i = 0; i < values.length; i++) {
                replace.setObject(i + 1, values[i]);
            }
            replace.executeUpdate();
        }
    }

    Optional<HeartbeatRun> of(String profile) throws SQLException {
        return read(" WHERE profile = ?", profile).stream().findFirst();
    }

    List<HeartbeatRun> all() throws SQLException {
        return read(" WHERE ? = '' ORDER BY profile", "");
    }

    private List<HeartbeatRun> read(String where, String value) throws SQLException {
        List<HeartbeatRun> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT " + COLUMNS + " FROM eb_heartbeats" + where)) {
            select.setString(1, value);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(run(row));
                }
            }
        }
        return found;
    }

    private static HeartbeatRun run(ResultSet row) throws SQLException {
        return new HeartbeatRun(
                row.getString(1),
                Instant.ofEpochMilli(row.getLong(2)),
                Duration.ofMillis(row.getLong(3)),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11),
                HeartbeatRun.Outcome.valueOf(row.getString(12).toUpperCase(Locale.ROOT)),
                row.getString(13),
                row.getInt(14));
    }
}
