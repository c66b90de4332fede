package com.eazybackup.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Locks by name that all nodes on one database share: what must not run twice at a time is done
 * under one.
 *
 * <p>Guarantee: at most one holder in all. Whose process dies holds nothing any more, and whose
 * host or network does nothing after {@link #SILENT_SECONDS}, without anybody having to notice: so
 * long the database waits for a word of a connection that holds a lock, instead of the hours that
 * it is set to. {@link LockWatch} says that word. Limits: a holder keeps one connection of the
 * pool; ask for a lock outside a transaction, which would take the connection along; the same
 * thread does not get the same lock twice.
 */
@ApplicationScoped
public class NodeLock {

    private static final Logger LOG = System.getLogger(NodeLock.class.getName());

    // Names of locks are the database server's, not the schema's, and have 64 characters at most.
    private static final String NAME = "CONCAT('eb-', MD5(CONCAT(DATABASE(), '/', ?)))";
    private static final String TAKE = "SELECT GET_LOCK(" + NAME + ", 0), @@SESSION.wait_timeout";
    private static final String STILL = "SELECT IS_USED_LOCK(" + NAME + ") = CONNECTION_ID()";
    private static final String GIVE_BACK = "SELECT RELEASE_LOCK(" + NAME + ")";
    private static final String WAIT = "SET SESSION wait_timeout = ";

    /** Some words may get lost. */
    private static final int SILENT_SECONDS = 60;

    private final Set<Held> inUse = ConcurrentHashMap.newKeySet();
    private DataSource database;

    NodeLock() {}

    @Inject
    public NodeLock(DataSource database) {
        this.database = database;
    }

    /**
     * Does not wait.
     *
     * @return empty while somebody else holds it, on this node or another
     * @throws SQLException when the database does not answer
     */
    public Optional<Held> tryHold(String name) throws SQLException {
        // Kept for as long as what it guards takes, which may outlast a silence of the database.
        Connection connection = LongWork.call(database::getConnection);
        Held held = null;
        try {
            held = take(connection, name);
        } finally {
            if (held == null) {
                connection.close();
            }
        }
        if (held == null) {
            return Optional.empty();
        }
        held.begin();
        return Optional.of(held);
    }

    /**
     * @return null while somebody else holds it
     */
    private Held take(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                boolean mine = row.next() && row.getInt(1) == 1;
                return mine ? new Held(inUse, connection, name, row.getInt(2)) : null;
            }
        }
    }

    /** Lets the database know that the locks of this node are held yet. */
    void awake() {
        inUse.forEach(Held::still);
    }

    private static void waits(Connection connection, int seconds) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(WAIT + seconds);
        }
    }

    private static boolean says(Connection connection, String sql, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == 1;
            }
        }
    }

    /** Held until it is closed. */
    public static final class Held implements AutoCloseable {

        private final Set<Held> inUse;
        private final Connection connection;
        private final String name;
        private final int waited;

        /**
         * @param waited how many seconds the database waited for a word of that connection before
         */
        private Held(Set<Held> inUse, Connection connection, String name, int waited) {
            this.inUse = inUse;
            this.connection = connection;
            this.name = name;
            this.waited = waited;
        }

        private void begin() throws SQLException {
            boolean begun = false;
            try {
                waits(connection, SILENT_SECONDS);
                inUse.add(this);
                begun = true;
            } finally {
                if (!begun) {
                    close();
                }
            }
        }

        /**
         * @return whether it is held yet: false when the database was away meanwhile. Ask before a
         *     step that a second holder must not take at the same time
         */
        public synchronized boolean still() {
            try {
                return says(connection, STILL, name);
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "The lock {0} went with its connection", name);
                return false;
            }
        }

        /** Gives it back. Never fails: a connection that is broken holds no lock. */
        @Override
        public synchronized void close() {
            inUse.remove(this);
            try (connection) {
                says(connection, GIVE_BACK, name);
                // It goes back to the pool.
                waits(connection, waited);
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "The lock {0} went with its connection", name);
            }
        }
    }
}
