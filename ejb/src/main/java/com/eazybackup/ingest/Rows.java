package com.eazybackup.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows for one statement, sent together. The driver makes one statement of an INSERT's rows. */
final class Rows {

    private final String sql;
    private final List<Object[]> rows = new ArrayList<>();

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
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    set(statement, i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
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
