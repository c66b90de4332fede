package com.eazybackup.fleet;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A SELECT that grows with its parameters. Values never become part of the text. Of those outside
 * this package only {@code usage}, {@code accounts}, {@code job} and {@code group} read the fleet's
 * tables.
 */
public final class SqlQuery {

    /** Makes one thing of one row. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    public SqlQuery add(String sql, Object... values) {
        text.append(sql);
        parameters.addAll(List.of(values));
        return this;
    }

    /** Adds {@code (?,?,…)}. The collection must not be empty: SQL has no empty list. */
    public SqlQuery in(Collection<?> values) {
        text.append('(').append("?,".repeat(values.size()));
        text.setCharAt(text.length() - 1, ')');
        parameters.addAll(values);
        return this;
    }

    /**
     * Compares byte by byte: the tables' collation takes Acme and acme for the same, Comet does
     * not.
     */
    public SqlQuery exactlyOneOf(String column, Collection<String> values) {
        return add("CAST(" + column + " AS BINARY) IN ").in(values);
    }

    public <T> List<T> list(Connection connection, RowReader<T> reader) throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(text.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
        }
        return found;
    }
}
