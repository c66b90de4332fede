package com.eazybackup.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Statements about many keys at once, whose text ends in {@code IN (…)}. */
final class Lookup {

    /** Longer lists make the optimizer give up its index. */
    private static final int AT_ONCE = 1000;

    /** Takes one row. */
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private Lookup() {}

    /**
     * @param sql ends in {@code IN }
     */
    static void each(Connection connection, String sql, Collection<?> keys, Reader reader)
            throws SQLException {
        each(connection, sql, List.of(), keys, reader);
    }

    /**
     * @param before parameters that stand before the list
     */
    static void each(
            Connection connection, String sql, List<?> before, Collection<?> keys, Reader reader)
            throws SQLException {
        Iterator<?> rest = keys.iterator();
        for (int left = keys.size(); left > 0; left -= AT_ONCE) {
            int count = Math.min(left, AT_ONCE);
            try (PreparedStatement select = prepare(connection, sql, before, rest, count);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    /**
     * @param sql a DELETE or UPDATE that ends in {@code IN }
     */
    static void update(Connection connection, String sql, List<?> before, Collection<?> keys)
            throws SQLException {
        Iterator<?> rest = keys.iterator();
        for (int left = keys.size(); left > 0; left -= AT_ONCE) {
            int count = Math.min(left, AT_ONCE);
            try (PreparedStatement update = prepare(connection, sql, before, rest, count)) {
                update.executeUpdate();
            }
        }
    }

    private static PreparedStatement prepare(
            Connection connection, String sql, List<?> before, Iterator<?> keys, int count)
            throws SQLException {
        String marks = String.join(",", Collections.nCopies(count, "?"));
        PreparedStatement statement = connection.prepareStatement(sql + "(" + marks + ")");
        int position = 1;
        for (Object value : before) {
            Rows.set(statement, position++, value);
        }
        for (int i = 0; i < count; i++) {
            Rows.set(statement, position++, keys.next());
        }
        return statement;
    }
}
