package com.eazybackup.benchmark;

import com.eazybackup.benchmark.PlainRows.Step;
import com.eazybackup.simulator.database.MariaDbServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The fastest plain writer of job events that we know to make, to measure the portal by: it knows
 * every value beforehand, reads nothing, guards nothing, and trusts that each event comes once and
 * in order. One connection, one transaction for a batch, one statement of many rows for each table
 * in it, each row of {@code comet_jobs} as a start and again as an end.
 */
final class PlainWriter implements AutoCloseable {

    private static final String DATABASE = "plain";
    private static final List<String> TABLES =
            List.of(
                    "comet_jobs",
                    "eb_jobs_live",
                    "eb_jobs_recent_24h",
                    "eb_changes",
                    "eb_change_seq");

    private static final String START = insert("comet_jobs", PlainRows.JOB);
    private static final String END =
            START
                    + " ON DUPLICATE KEY UPDATE "
                    + String.join(
                            ", ",
                            PlainRows.JOB.stream()
                                    .skip(1)
                                    .map(column -> column + " = VALUES(" + column + ")")
                                    .toList());
    private static final String LIVE = insert("eb_jobs_live", PlainRows.LIVE);
    private static final String RECENT = insert("eb_jobs_recent_24h", PlainRows.RECENT);
    private static final String CHANGE =
            "INSERT INTO eb_changes (client_id, kind, body, at_ms, id)"
                    + " VALUES (?,?,CONVERT(? USING utf8mb4),?,?)";

    private final Connection connection;

    private PlainWriter(Connection connection) {
        this.connection = connection;
    }

    /** The same tables with the same keys, and what the portal's hold at this moment. */
    static PlainWriter besides(MeasuredWorld world) throws SQLException {
        world.world().database().createDatabase(DATABASE);
        PlainWriter writer = new PlainWriter(connection(world.world().database()));
        try (Connection portal = world.world().connect();
                Statement statement = writer.connection.createStatement()) {
            statement.execute("SET time_zone = '+00:00'");
            for (String table : TABLES) {
                String source = portal.getCatalog() + "." + table;
                statement.execute("CREATE TABLE " + table + " LIKE " + source);
                statement.execute("INSERT INTO " + table + " SELECT * FROM " + source);
            }
        }
        writer.connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        writer.connection.setAutoCommit(false);
        return writer;
    }

    /** With all that makes the driver fast. */
    private static Connection connection(MariaDbServer database) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(DATABASE)
                        + "&useLocalSessionState=true&cachePrepStmts=true&prepStmtCacheSqlLimit=8192",
                database.user(),
                database.password());
    }

    /** Takes out what a trial wrote. */
    void forget(List<Step> steps) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> ids = steps.stream().map(step -> "'" + step.id() + "'").toList();
            for (int from = 0; from < ids.size(); from += 1_000) {
                String some =
                        String.join(",", ids.subList(from, Math.min(from + 1_000, ids.size())));
                statement.execute("DELETE FROM comet_jobs WHERE id IN (" + some + ")");
                statement.execute(
                        "DELETE FROM eb_jobs_recent_24h WHERE server_id = 'cometbackup'"
                                + " AND job_id IN ("
                                + some
                                + ")");
            }
            statement.execute("DELETE FROM eb_changes ORDER BY id DESC LIMIT " + steps.size());
        }
        connection.commit();
    }

    /**
     * @return how long it took, in nanoseconds
     */
    long write(List<Step> steps, int batch) throws SQLException {
        long begun = System.nanoTime();
        for (int from = 0; from < steps.size(); from += batch) {
            writeBatch(steps.subList(from, Math.min(from + batch, steps.size())));
        }
        return System.nanoTime() - begun;
    }

    private void writeBatch(List<Step> steps) throws SQLException {
        List<Step> starts = steps.stream().filter(step -> !step.ended()).toList();
        List<Step> ends = steps.stream().filter(Step::ended).toList();
        rows(START, starts.stream().map(Step::job).toList());
        rows(LIVE, starts.stream().map(Step::live).toList());
        rows(END, ends.stream().map(Step::job).toList());
        forgetLive(ends);
        rows(RECENT, ends.stream().map(Step::recent).toList());
        changes(steps);
        connection.commit();
    }

    private void forgetLive(List<Step> ends) throws SQLException {
        if (ends.isEmpty()) {
            return;
        }
        String marks = String.join(",", Collections.nCopies(ends.size(), "?"));
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM eb_jobs_live WHERE server_id = 'cometbackup' AND job_id IN ("
                                + marks
                                + ")")) {
            for (int i = 0; i < ends.size(); i++) {
                delete.setString(i + 1, ends.get(i).id());
            }
            delete.executeUpdate();
        }
    }

    private void changes(List<Step> steps) throws SQLException {
        long id;
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE eb_change_seq SET last_id = LAST_INSERT_ID(last_id + "
                            + steps.size()
                            + ")");
            try (ResultSet row = statement.executeQuery("SELECT LAST_INSERT_ID()")) {
                row.next();
                id = row.getLong(1) - steps.size();
            }
        }
        List<Object[]> rows = new ArrayList<>();
        for (Step step : steps) {
            Object[] change = step.change();
            rows.add(new Object[] {change[0], change[1], change[2], change[3], ++id});
        }
        rows(CHANGE, rows);
    }

    private void rows(String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    set(insert, i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, int position, Object value)
            throws SQLException {
        if (value instanceof String text) {
            insert.setString(position, text);
        } else if (value instanceof byte[] bytes) {
            insert.setBytes(position, bytes);
        } else {
            insert.setObject(position, value);
        }
    }

    private static String insert(String table, List<String> columns) {
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        table,
                        String.join(", ", columns),
                        String.join(
                                ",",
                                columns.stream()
                                        .map(
                                                column ->
                                                        column.equals("content")
                                                                ? "CONVERT(? USING utf8mb4)"
                                                                : "?")
                                        .toList()));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
