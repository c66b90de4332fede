package com.eazybackup.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows for one statement, sent together. Of an INSERT's rows as few statements are made as {@link
 * #LONGEST} allows; the driver would make the same of a batch, and encode every value twice. Of
 * others it makes a batch.
 */
final class Rows {

    /** Characters of a statement's texts: a few megabytes at worst, and servers take sixteen. */
    private static final int LONGEST = 1 << 20;

    private static final String VALUES = " VALUES ";

    private final String sql;
    private final List<Object[]> rows = new ArrayList<>();

    /**
     * @param sql of one row
     */
    Rows(String sql) {
        this.sql = sql;
    }

    void add(Object... values) {
        rows.add(values);
    }

    int size() {
        return rows.size();
    }

    void write(Connection connection) throws SQLException {
        int values = sql.indexOf(VALUES);
        if (values < 0) {
            batch(connection);
            return;
        }
        int from = 0;
        while (from < rows.size()) {
            int to = from;
            long length = 0;
            do {
                length += length(rows.get(to++));
            } while (to < rows.size() && length + length(rows.get(to)) <= LONGEST);
            insert(connection, rows.subList(from, to), values + VALUES.length());
            from = to;
        }
    }

    private static long length(Object[] row) {
        long length = 0;
        for (Object value : row) {
            length += value instanceof String text ? text.length() : 0;
        }
        return length;
    }

    private void insert(Connection connection, List<Object[]> some, int from) throws SQLException {
        int to = endOfTuple(from);
        String tuple = sql.substring(from, to);
        String more = ("," + tuple).repeat(some.size() - 1);
        String all = sql.substring(0, to) + more + sql.substring(to);
        try (PreparedStatement statement = connection.prepareStatement(all)) {
            int position = 1;
            for (Object[] row : some) {
                position = set(statement, position, row);
            }
            statement.executeUpdate();
        }
    }

    private int endOfTuple(int from) {
        int open = 0;
        int at = from;
        do {
            char letter = sql.charAt(at++);
            open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
        } while (open > 0);
        return at;
    }

    private void batch(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                set(statement, 1, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /**
     * @return the position behind them
     */
    private static int set(PreparedStatement statement, int from, Object[] row)
            throws SQLException {
        int position = from;
        for (Object value : row) {
            set(statement, position++, value);
        }
        return position;
    }

    /** The driver looks for the type of an object again for each value; we know it. */
    static void set(PreparedStatement statement, int position, Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(position, text);
        } else if (value instanceof Long number) {
            statement.setLong(position, number);
        } else if (value instanceof Integer number) {
            statement.setInt(position, number);
        } else {
            statement.setObject(position, value);
        }
    }
}
