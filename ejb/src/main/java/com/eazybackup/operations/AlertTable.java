package com.eazybackup.operations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * {@code eb_operator_alerts}. Each statement stands alone: when several nodes find the same, one of
 * them has raised it and the others have found it raised.
 */
final class AlertTable {

    private static final String FOUND_AGAIN =
            "UPDATE eb_operator_alerts SET sentence = ?, last_ms = ?"
                    + " WHERE fingerprint = ? AND state = 'open'";

    private static final String REOPEN =
            "UPDATE eb_operator_alerts SET sentence = ?, last_ms = ?, first_ms = ?, node = ?,"
                    + " times = times + 1, state = 'open'"
                    + " WHERE fingerprint = ? AND state = 'closed'";

    private static final String ADD =
            "INSERT IGNORE INTO eb_operator_alerts"
                    + " (fingerprint, kind, profile, sentence, first_ms, last_ms, node)"
                    + " VALUES (?,?,?,?,?,?,?)";

    private static final String KEEP =
            "UPDATE eb_operator_alerts SET last_ms = ? WHERE fingerprint = ? AND state = 'open'";

    private static final String CLOSE =
            "UPDATE eb_operator_alerts SET state = 'closed', last_ms = ?"
                    + " WHERE fingerprint = ? AND state = 'open' AND node IN ('', ?)";

    private static final String CLOSE_OLD =
            "UPDATE eb_operator_alerts SET state = 'closed', last_ms = ?"
                    + " WHERE state = 'open' AND last_ms < ?";

    private static final String DISMISS =
            "UPDATE eb_operator_alerts SET state = 'closed', last_ms = ?"
                    + " WHERE id = ? AND state = 'open'";

    private static final String COLUMNS =
            "SELECT id, kind, profile, sentence, first_ms, last_ms, times, mailed_ms, state"
                    + " FROM eb_operator_alerts ";

    private final DataSource database;
    private final String node;

    /**
     * @param node the name of this one
     */
    AlertTable(DataSource database, String node) {
        this.database = database;
        this.node = node;
    }

    /**
     * @return whether it was not open before
     */
    boolean raise(OperatorAlert.Subject subject, String sentence, long nowMs) throws SQLException {
        String fingerprint = subject.fingerprint();
        String owner = subject.kind().ofNode() ? node : "";
        try (Connection connection = database.getConnection()) {
            if (rows(connection, FOUND_AGAIN, sentence, nowMs, fingerprint) > 0) {
                return false;
            }
            return rows(connection, REOPEN, sentence, nowMs, nowMs, owner, fingerprint) > 0
                    || rows(
                                    connection,
                                    ADD,
                                    fingerprint,
                                    subject.kind().code(),
                                    subject.profile().value(),
                                    sentence,
                                    nowMs,
                                    nowMs,
                                    owner)
                            > 0;
        }
    }

    /** It may be so yet. */
    void keep(OperatorAlert.Subject subject, long nowMs) throws SQLException {
        write(KEEP, nowMs, subject.fingerprint());
    }

    /**
     * @return whether it was open before
     */
    boolean close(OperatorAlert.Subject subject, long nowMs) throws SQLException {
        return write(CLOSE, nowMs, subject.fingerprint(), node) > 0;
    }

    /**
     * Closes what nobody has found for a long time: its Comet Server is not in the settings any
     * more, or the node that watched it is gone.
     */
    void closeOld(long beforeMs, long nowMs) throws SQLException {
        write(CLOSE_OLD, nowMs, beforeMs);
    }

    /**
     * @return whether it was open
     */
    boolean dismiss(long id, long nowMs) throws SQLException {
        return write(DISMISS, nowMs, id) > 0;
    }

    /**
     * @return the oldest first
     */
    List<OperatorAlert> open() throws SQLException {
        return list("WHERE state = 'open' ORDER BY first_ms, id");
    }

    /**
     * @return the latest that ended first
     */
    List<OperatorAlert> closed(int from, int size) throws SQLException {
        return list(
                "WHERE state = 'closed' ORDER BY last_ms DESC, id LIMIT ? OFFSET ?", size, from);
    }

    long countClosed() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT COUNT(*) FROM eb_operator_alerts WHERE state = 'closed'");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * @return open ones about which nobody was written to since they were raised, and not within
     *     the cool-down either
     */
    List<OperatorAlert> toTell(long mailedBeforeMs) throws SQLException {
        return list(
                "WHERE state = 'open' AND mailed_ms < first_ms AND mailed_ms <= ? ORDER BY id",
                mailedBeforeMs);
    }

    /**
     * @return closed ones that operators were written to about, and not yet that they are over
     */
    List<OperatorAlert> toClear(long closedBeforeMs) throws SQLException {
        return list(
                "WHERE state = 'closed' AND mailed_ms >= first_ms AND cleared_ms < mailed_ms"
                        + " AND last_ms <= ? ORDER BY id",
                closedBeforeMs);
    }

    /**
     * @return whether it is this one who tells; false when another node has just done it
     */
    boolean tell(long id, long mailedBeforeMs, long nowMs) throws SQLException {
        return write(
                        "UPDATE eb_operator_alerts SET mailed_ms = ? WHERE id = ? AND state = 'open'"
                                + " AND mailed_ms < first_ms AND mailed_ms <= ?",
                        nowMs,
                        id,
                        mailedBeforeMs)
                > 0;
    }

    /**
     * @return whether it is this one who tells that it is over
     */
    boolean clear(long id, long nowMs) throws SQLException {
        return write(
                        "UPDATE eb_operator_alerts SET cleared_ms = ? WHERE id = ?"
                                + " AND state = 'closed' AND cleared_ms < mailed_ms",
                        nowMs,
                        id)
                > 0;
    }

    private List<OperatorAlert> list(String where, Object... values) throws SQLException {
        List<OperatorAlert> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COLUMNS + where)) {
            set(select, values);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(alert(row));
                }
            }
        }
        return List.copyOf(found);
    }

    private static OperatorAlert alert(ResultSet row) throws SQLException {
        return new OperatorAlert(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6)),
                row.getLong(7),
                Optional.of(row.getLong(8)).filter(ms -> ms > 0).map(Instant::ofEpochMilli),
                row.getString(9).equals("open"));
    }

    private int write(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return rows(connection, sql, values);
        }
    }

    private static int rows(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
