package com.eazybackup.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Statements on one table, each with a connection of its own, or the transaction's.
 *
 * <p>Errors: whatever the database says is a {@link DatabaseUnavailable} that names the table.
 */
public final class SqlTable {

    private final DataSource database;
    private final String name;

    /**
     * @param name for the log
     */
    public SqlTable(DataSource database, String name) {
        this.database = database;
        this.name = name;
    }

    /** What a row comes to. */
    public interface Shape<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Something that needs more than one statement on the same connection. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * @param values for the question marks, in their order
     */
    public <T> List<T> read(String sql, Shape<T> shape, Object... values) {
        return inOne(
                "read",
                connection -> {
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
                });
    }

    /**
     * @return how many rows it changed
     */
    public int write(String sql, Object... values) {
        return write(connection -> run(connection, sql, values));
    }

    /** The same statement for each of these values; nothing for none. */
    public void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            write(
                    connection -> {
                        try (PreparedStatement statement = connection.prepareStatement(sql)) {
                            for (Object[] values : rows) {
                                set(statement, values);
                                statement.addBatch();
                            }
                            return statement.executeBatch();
                        }
                    });
        }
    }

    /** Several statements on one connection. */
    public <T> T write(Work<T> work) {
        return inOne("write to", work);
    }

    /** Several reads on one connection. */
    public <T> T read(Work<T> work) {
        return inOne("read", work);
    }

    /**
     * Several statements in one transaction: all of them hold, or none.
     *
     * @throws NothingDone when others held their rows for too long, or each the other's
     */
    public <T> T inTransaction(Work<T> work) {
        return write(
                connection -> {
                    connection.setAutoCommit(false);
                    boolean committed = false;
                    try {
                        T done = work.on(connection);
                        connection.commit();
                        committed = true;
                        return done;
                    } catch (SQLTransactionRollbackException e) {
                        throw new NothingDone("others were at " + name, e);
                    } finally {
                        if (!committed) {
                            connection.rollback();
                        }
                        connection.setAutoCommit(true);
                    }
                });
    }

    /**
     * @return how many rows it changed
     */
    public static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    /**
     * @return the new row's number
     */
    public static long insert(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            set(insert, values);
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }
    }

    /**
     * @return the first column of the only row
     */
    public static int number(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            set(select, values);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private <T> T inOne(String doing, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("cannot " + doing + " " + name, e);
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
