package com.eazybackup.testing;

import com.eazybackup.platform.Schema;
import com.eazybackup.simulator.database.MariaDbServer;
import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A database of its own for each test class, on one real MariaDB process per JVM that runs tests;
 * or, where {@code EB_TEST_DB_URL} says so ({@code jdbc:mysql://host:port}, with {@code
 * EB_TEST_DB_USER} and {@code EB_TEST_DB_PASS}), on a server of one's own.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** What MariaDB and MySQL answer when a connection is not there: ER_NO_SUCH_THREAD. */
    private static final int NO_SUCH_THREAD = 1094;

    /** Which of the JVMs that run tests side by side this is. */
    private static final String FORK = System.getProperty("fork", "fork1");

    private static final String SAME = "?sslMode=DISABLED&rewriteBatchedStatements=true";
    private static final String SESSION =
            "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";

    private final DataSource source;

    private TestDatabase(DataSource source) {
        this.source = source;
    }

    /**
     * @return an empty database, set up as the server's pool sets up its sessions
     */
    public static TestDatabase empty() {
        String name = "test_" + FORK + "_" + NUMBER.incrementAndGet();
        MysqlDataSource source = new MysqlDataSource();
        String elsewhere = System.getenv("EB_TEST_DB_URL");
        if (elsewhere == null) {
            MariaDbServer server = Server.RUNNING;
            server.createDatabase(name);
            source.setURL(server.jdbcUrl(name) + SESSION);
            source.setUser(server.user());
            source.setPassword(server.password());
        } else {
            source.setUser(System.getenv("EB_TEST_DB_USER"));
            source.setPassword(System.getenv("EB_TEST_DB_PASS"));
            source.setURL(elsewhere + "/" + SAME + SESSION);
            recreate(source, name);
            source.setURL(elsewhere + "/" + name + SAME + SESSION);
        }
        return new TestDatabase(source);
    }

    /**
     * A database on a server of the test's own, which may be stopped and killed.
     *
     * @param user who may be somebody with fewer rights than the server's own
     */
    public static TestDatabase on(MariaDbServer server, String name, String user, String password) {
        MysqlDataSource source = new MysqlDataSource();
        source.setURL(server.jdbcUrl(name) + SESSION + "&connectTimeout=2000&socketTimeout=10000");
        source.setUser(user);
        source.setPassword(password);
        return new TestDatabase(source);
    }

    /**
     * Migrated once for each JVM and then copied: the migrations have tests of their own, and take
     * longer than most that only need tables.
     *
     * @return a database with the portal's tables
     */
    public static TestDatabase migrated() {
        TestDatabase database = empty();
        Template.MIGRATED.copyTo(database);
        return database;
    }

    /** The tables as the migrations leave them, with what these put into them. */
    private record Template(String name, Map<String, String> tables, List<String> filled) {

        static final Template MIGRATED = migrate();

        private static Template migrate() {
            TestDatabase database = empty();
            Schema.migrate(database.source());
            Map<String, String> tables = new LinkedHashMap<>();
            List<String> filled = new ArrayList<>();
            try {
                for (String table : database.rows("SHOW TABLES")) {
                    String row = database.rows("SHOW CREATE TABLE `" + table + "`").get(0);
                    tables.put(table, row.substring(row.indexOf('|') + 1));
                    if (!database.rows("SELECT 1 FROM `" + table + "` LIMIT 1").isEmpty()) {
                        filled.add(table);
                    }
                }
                return new Template(database.rows("SELECT DATABASE()").get(0), tables, filled);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void copyTo(TestDatabase database) {
            try (Connection connection = database.source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET foreign_key_checks = 0");
                for (String table : tables.values()) {
                    statement.execute(table);
                }
                for (String table : filled) {
                    statement.execute(
                            "INSERT INTO `%1$s` SELECT * FROM `%2$s`.`%1$s`"
                                    .formatted(table, name));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * Ends every connection to this database; one that has ended by itself meanwhile is no less
     * gone.
     */
    public void endConnections() throws SQLException {
        for (String connection :
                rows(
                        "SELECT id FROM information_schema.processlist WHERE id <>"
                                + " CONNECTION_ID() AND db = DATABASE()")) {
            try {
                run("KILL " + connection);
            } catch (SQLException e) {
                if (e.getErrorCode() != NO_SUCH_THREAD) {
                    throw e;
                }
            }
        }
    }

    private static void recreate(DataSource server, String name) {
        try {
            new TestDatabase(server)
                    .run(
                            "DROP DATABASE IF EXISTS " + name,
                            "CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public DataSource source() {
        return source;
    }

    /** Runs statements that need no answer. */
    public void run(String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /**
     * @return each row as text, columns separated by {@code |}, null as {@code -}
     */
    public List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    String value = row.getString(i);
                    values.add(value == null ? "-" : value);
                }
                found.add(String.join("|", values));
            }
        }
        return found;
    }

    /** The process starts with the first test that wants one and ends with the JVM. */
    private static final class Server {

        static final MariaDbServer RUNNING = start();

        private static MariaDbServer start() {
            Path directory = Path.of("target", "mariadb-" + FORK).toAbsolutePath();
            forget(directory);
            MariaDbServer server = MariaDbServer.start(directory, 0);
            noWaitForTheDisk(server);
            return server;
        }

        /** What is committed outlives this process when it is killed, and need not outlive more. */
        private static void noWaitForTheDisk(MariaDbServer server) {
            try (Connection connection = server.connect("");
                    Statement statement = connection.createStatement()) {
                statement.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What an earlier run left behind must not help this one to pass. */
        private static void forget(Path directory) {
            if (!Files.exists(directory)) {
                return;
            }
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Server() {}
    }
}
