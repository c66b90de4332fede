package com.eazybackup.simulator.database;

import com.eazybackup.simulator.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * A MariaDB server of its own: a real process on the loopback interface, with its data in one
 * directory that outlives it.
 *
 * <p>Several may run at once in one JVM or in many, each with its own directory and port. The
 * process ends with {@link #close()} and with the JVM; one that a killed JVM left behind in the
 * same directory is stopped by the next start.
 *
 * <p>The one account, {@link #user()}, may do everything; its password is drawn at the first start
 * and kept in the directory, readable for the owner only. Durability is the server's default (every
 * commit is flushed).
 */
public final class MariaDbServer implements AutoCloseable {

    private static final String USER = "eazybackup";

    private final MariaDbProcess process;
    private final int port;
    private final String password;

    private MariaDbServer(MariaDbProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts a server; installs an empty one first when the directory has none.
     *
     * @param directory everything of this server lives here; made when missing
     * @param port TCP port on 127.0.0.1, or 0 for a free one
     * @throws UncheckedIOException when it does not start; the message holds the server's last
     *     words
     */
    public static MariaDbServer start(Path directory, int port) {
        return start(directory, port, List.of());
    }

    /**
     * {@link #start(Path, int)} with what the server is to be told beyond that.
     *
     * @param options as its command line takes them, such as {@code --innodb-buffer-pool-size=4G};
     *     they win over this class's own
     */
    public static MariaDbServer start(Path directory, int port, List<String> options) {
        Path home = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            int chosen = port == 0 ? freePort() : port;
            String password = password(home);
            Path initFile = writeInitFile(home, password);
            MariaDbProcess process =
                    MariaDbProcess.start(
                            MariaDbBinaries.unpacked(), home, chosen, initFile, options);
            return new MariaDbServer(process, chosen, password);
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB did not start: " + e.getMessage(), e);
        }
    }

    public int port() {
        return port;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** The address for Connector/J; the database need not exist for the address to be asked. */
    public String jdbcUrl(String database) {
        return "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true&rewriteBatchedStatements=true"
                .formatted(port, database);
    }

    /** Makes an empty database unless there is one of that name. */
    public void createDatabase(String name) {
        if (!name.matches("[A-Za-z0-9_]{1,64}")) {
            throw new IllegalArgumentException("Not a plain database name: " + name);
        }
        try (Connection connection = DriverManager.getConnection(jdbcUrl(""), USER, password);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE DATABASE IF NOT EXISTS `"
                            + name
                            + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database " + name, e);
        }
    }

    /** A connection as {@link #user()}; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, password);
    }

    /**
     * Takes the end with the JVM off: the caller has a shutdown hook of its own and closes this
     * server in it, after those who still use it.
     */
    public MariaDbServer closedByOwner() {
        process.forgetHook();
        return this;
    }

    /**
     * Stops the server that a killed JVM left behind in that directory, if there is one; {@link
     * #start} does so by itself, but whoever asks for the port first must not meet it.
     */
    public static void stopForgotten(Path directory) {
        try {
            MariaDbProcess.stopForgotten(directory.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * From now on it does nothing, and nobody is told: connections stay open, new ones are taken,
     * and nothing comes back. Needs a Unix.
     */
    public void freeze() {
        process.signal("STOP");
    }

    /** It goes on where it was. */
    public void thaw() {
        process.signal("CONT");
    }

    /** Ends the process as a power failure does: nothing is flushed, nobody is told. */
    public void kill() {
        process.kill();
    }

    /** Ends the server in good order; the data stays. */
    @Override
    public void close() {
        process.stop();
    }

    private static int freePort() throws IOException {
        return FreePorts.find(1).get(0);
    }

    private static String password(Path home) throws IOException {
        Path file = home.resolve("password");
        if (!Files.exists(file)) {
            writePrivately(file, UUID.randomUUID().toString());
        }
        return Files.readString(file).strip();
    }

    /** The bundled command line client insists on TLS, so the account is made by the server. */
    private static Path writeInitFile(Path home, String password) throws IOException {
        Path file = home.resolve("init.sql");
        writePrivately(
                file,
                """
                CREATE USER IF NOT EXISTS %1$s@'%%' IDENTIFIED BY '%2$s';
                ALTER USER %1$s@'%%' IDENTIFIED BY '%2$s';
                GRANT ALL ON *.* TO %1$s@'%%' WITH GRANT OPTION;
                """
                        .formatted(USER, password));
        return file;
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
