package com.eazybackup.whmcs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which of the columns of {@code tblusers} that nobody documents this WHMCS has, and what is read
 * in their place where it has not.
 */
record UserColumns(Set<String> names) {

    static UserColumns of(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT column_name FROM information_schema.columns"
                                        + " WHERE table_schema = DATABASE()"
                                        + " AND table_name = 'tblusers'");
                ResultSet row = select.executeQuery()) {
            Set<String> names = new HashSet<>();
            while (row.next()) {
                names.add(row.getString(1).toLowerCase(Locale.ROOT));
            }
            return new UserColumns(Set.copyOf(names));
        }
    }

    /** A fingerprint made by the database: the hash itself never comes here. */
    String password() {
        return mark("password");
    }

    /**
     * Which second factor it is. What WHMCS keeps about it ({@code second_factor_config}) is left
     * out: nobody says that it stays the same while the factor is used.
     */
    String secondFactor() {
        return mark("second_factor");
    }

    private String mark(String column) {
        return names.contains(column) ? "COALESCE(SHA2(u." + column + ", 256), '')" : "''";
    }
}
