package com.eazybackup.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Deletes many rows a few at a time, each few in a transaction of their own, so that nobody waits
 * long for a lock.
 */
public final class Portions {

    private static final int ROWS = 1000;

    private Portions() {}

    /**
     * @param sql a DELETE of one table, to which {@code LIMIT} is added
     * @param stop asked between two portions; what is left is found the next time
     * @return rows deleted
     */
    public static int delete(
            DataSource database, String sql, BooleanSupplier stop, Object... parameters)
            throws SQLException {
        int deleted = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql + " LIMIT " + ROWS)) {
            for (int i = 0; i < parameters.length; i++) {
                delete.setObject(i + 1, parameters[i]);
            }
            int portion = ROWS;
            while (portion == ROWS && !stop.getAsBoolean()) {
                portion = delete.executeUpdate();
                deleted += portion;
            }
        }
        return deleted;
    }
}
