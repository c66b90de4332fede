package com.eazybackup.benchmark;

import com.eazybackup.simulator.database.MariaDbServer;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes the rows that the nightly sync wrote once more, by plain upserts of five hundred rows in a
 * transaction, into empty tables with the same keys. Reads nothing, decides nothing.
 */
final class PlainCopy {

    private static final int AT_ONCE = 500;

    private static final List<String> TABLES =
            List.of(
                    "comet_users",
                    "eb_user_settings",
                    "comet_devices",
                    "comet_items",
                    "comet_vaults",
                    "comet_jobs",
                    "eb_jobs_recent_24h",
                    "eb_jobs_live",
                    "eb_devices_registry",
                    "eb_device_standing",
                    "eb_item_standing",
                    "eb_changes");

    private PlainCopy() {}

    /** An empty database, also where an earlier run has left one. */
    static void fresh(MariaDbServer database, String name) throws SQLException {
        database.createDatabase(name);
        try (Connection connection = database.connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name);
        }
        database.createDatabase(name);
    }

    static long rows(MariaDbServer database, String from) throws SQLException {
        long rows = 0;
        try (Connection connection = database.connect(from);
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    row.next();
                    rows += row.getLong(1);
                }
            }
        }
        return rows;
    }

    /**
     * @return of the writing alone, in the time of the clock and of the writing thread
     */
    static Took write(MariaDbServer database, String from, String to) throws SQLException {
        fresh(database, to);
        Took took = Took.NOTHING;
        try (Connection source = database.connect(from);
                Connection target = database.connect(to);
                Statement make = target.createStatement()) {
            target.setAutoCommit(false);
            for (String table : TABLES) {
                make.execute("CREATE TABLE " + table + " LIKE " + from + "." + table);
                took = took.plus(copy(source, target, table));
            }
        }
        return took;
    }

    /** How long something took. */
    record Took(long nanos, long processorNanos) {
        private static final Took NOTHING = new Took(0, 0);

        private static Took since(Took began) {
            Took now = now();
            return new Took(now.nanos - began.nanos, now.processorNanos - began.processorNanos);
        }

        private static Took now() {
            return new Took(
                    System.nanoTime(),
                    ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        }

        private Took plus(Took more) {
            return new Took(nanos + more.nanos, processorNanos + more.processorNanos);
        }

        long ms() {
            return nanos / 1_000_000;
        }

        long processorMs() {
            return processorNanos / 1_000_000;
        }
    }

    private static Took copy(Connection source, Connection target, String table)
            throws SQLException {
        Took took = Took.NOTHING;
        try (Statement select = source.createStatement()) {
            // Row by row, or a large table would fill the heap.
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery("SELECT * FROM " + table)) {
                int columns = row.getMetaData().getColumnCount();
                List<String> names = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    names.add(row.getMetaData().getColumnName(i));
                }
                List<Object[]> rows = new ArrayList<>();
                while (row.next()) {
                    Object[] values = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        values[i] = row.getObject(i + 1);
                    }
                    rows.add(values);
                    if (rows.size() == AT_ONCE) {
                        took = took.plus(upsert(target, table, names, rows));
                        rows.clear();
                    }
                }
                took = took.plus(upsert(target, table, names, rows));
            }
        }
        return took;
    }

    private static Took upsert(
            Connection target, String table, List<String> names, List<Object[]> rows)
            throws SQLException {
        Took began = Took.now();
        String sql =
                "INSERT INTO "
                        + table
                        + " ("
                        + String.join(",", names)
                        + ") VALUES ("
                        + String.join(",", Collections.nCopies(names.size(), "?"))
                        + ") ON DUPLICATE KEY UPDATE "
                        + String.join(
                                ",",
                                names.stream()
                                        .map(name -> name + " = VALUES(" + name + ")")
                                        .toList());
        try (PreparedStatement insert = target.prepareStatement(sql)) {
            for (Object[] values : rows) {
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.addBatch();
            }
            if (!rows.isEmpty()) {
                insert.executeBatch();
            }
        }
        target.commit();
        return Took.since(began);
    }
}
