package com.eazybackup.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Locks by name that all nodes on one database share: what must not run twice at a time is done
 * under one.
 *
 * <p>Guarantee: at most one holder in all. Who dies, or loses the database, holds nothing any more,
 * without anybody having to notice. Limits: a holder keeps one connection of the pool; ask for a
 * lock outside a transaction, which would take the connection along; the same thread does not get
 * the same lock twice.
 */
@ApplicationScoped
public class NodeLock {

    private static final Logger LOG = System.getLogger(NodeLock.class.getName());

    // Names of locks are the database server's, not the schema's, and have 64 characters at most.
    private static final String NAME = "CONCAT('eb-', MD5(CONCAT(DATABASE(), '/', ?)))";
    private static final String TAKE = "SELECT GET_LOCK(" + NAME + ", 0)";
    private static final String STILL = "SELECT IS_USED_LOCK(" + NAME + ") = CONNECTION_ID()";
    private static final String GIVE_BACK = "SELECT RELEASE_LOCK(" + NAME + ")";

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
        boolean held = false;
        try {
            held = says(connection, TAKE, name);
            return held ? Optional.of(new Held(connection, name)) : Optional.empty();
        } finally {
            if (!held) {
                connection.close();
            }
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

        private final Connection connection;
        private final String name;

        private Held(Connection connection, String name) {
            this.connection = connection;
            this.name = name;
        }

        /**
         * @return whether it is held yet: false when the database was away meanwhile. Ask before a
         *     step that a second holder must not take at the same time
         */
        public boolean still() {
            try {
                return says(connection, STILL, name);
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "The lock {0} went with its connection", name);
                return false;
            }
        }

        /** Gives it back. Never fails: a connection that is broken holds no lock. */
        @Override
        public void close() {
            try (connection) {
                says(connection, GIVE_BACK, name);
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "The lock {0} went with its connection", name);
            }
        }
    }
}
