package com.eazybackup.discount;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.SqlTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Statements of one transaction: all of them hold, or none. */
final class Statements {

    private final Connection connection;

    private Statements(Connection connection) {
        this.connection = connection;
    }

    /** Something that is done in one transaction. */
    interface Work<T> {
        T with(Statements statements) throws SQLException;
    }

    /**
     * @throws DatabaseUnavailable when the database does not answer; perhaps after it has taken
     *     them
     */
    static <T> T inOne(DataSource database, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                T done = work.with(new Statements(connection));
                connection.commit();
                committed = true;
                return done;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable("cannot write discounts", e);
        }
    }

    <T> List<T> list(String sql, SqlTable.Shape<T> shape, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, values);
            List<T> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(shape.of(row));
                }
            }
            return found;
        }
    }

    int run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    long insert(String sql, Object... values) throws SQLException {
        return SqlTable.insert(connection, sql, values);
    }

    /** Whoever else changes this service's prices or amount waits until this is done. */
    void lock(int service) throws SQLException {
        run(
                "INSERT INTO eb_discount_services (serviceid) VALUES (?)"
                        + " ON DUPLICATE KEY UPDATE serviceid = VALUES(serviceid)",
                service);
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
