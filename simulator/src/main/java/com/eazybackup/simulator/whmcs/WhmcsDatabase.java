package com.eazybackup.simulator.whmcs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Statements on WHMCS's tables, one connection each: actions are few. */
final class WhmcsDatabase {

    private final ConnectionSource source;

    WhmcsDatabase(ConnectionSource source) {
        this.source = source;
    }

    /**
     * @return column labels to values, in the statement's order
     */
    List<Map<String, Object>> rows(String sql, Object... values) throws SQLException {
        try (Connection connection = source.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            try (ResultSet found = statement.executeQuery()) {
                List<Map<String, Object>> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(row(found));
                }
                return rows;
            }
        }
    }

    /**
     * @throws ActionRefused with these words when there is no such row
     */
    Map<String, Object> row(String orElse, String sql, Object... values) throws SQLException {
        List<Map<String, Object>> rows = rows(sql, values);
        if (rows.isEmpty()) {
            throw new ActionRefused(orElse);
        }
        return rows.get(0);
    }

    int number(String sql, Object... values) throws SQLException {
        List<Map<String, Object>> rows = rows(sql, values);
        return rows.isEmpty() ? 0 : ((Number) rows.get(0).values().iterator().next()).intValue();
    }

    /**
     * @return the number of the new row
     */
    int insert(String sql, Object... values) throws SQLException {
        try (Connection connection = source.open();
                PreparedStatement statement =
                        connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            set(statement, values);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getInt(1) : 0;
            }
        }
    }

    void update(String sql, Object... values) throws SQLException {
        try (Connection connection = source.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static Map<String, Object> row(ResultSet found) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            Object value = found.getObject(i);
            boolean time = found.getMetaData().getColumnType(i) == Types.TIMESTAMP;
            row.put(
                    found.getMetaData().getColumnLabel(i),
                    time && value != null
                            ? found.getString(i).replaceFirst("\\.\\d+$", "")
                            : value);
        }
        return row;
    }
}
