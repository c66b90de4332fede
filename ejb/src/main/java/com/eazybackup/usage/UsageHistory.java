package com.eazybackup.usage;

import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.SqlQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** The daily figures of a client over 30 days, today among them. One query each. */
final class UsageHistory {

    private static final int DAYS = 30;
    private static final String OF_DAYS = " WHERE client_id = ? AND d BETWEEN ? AND ?";

    private final ClientScope scope;
    private final LocalDate today;

    UsageHistory(ClientScope scope, LocalDate today) {
        this.scope = scope;
        this.today = today;
    }

    List<DevicesOfDay> devices(Connection connection) throws SQLException {
        return ofDays("SELECT d, registered, online FROM eb_devices_client_daily")
                .add(" ORDER BY d")
                .list(
                        connection,
                        row -> new DevicesOfDay(row.getString(1), row.getInt(2), row.getInt(3)));
    }

    /** Of the users that have an active service now: the past of others is not shown any more. */
    List<StorageOfDay> storage(Connection connection) throws SQLException {
        return ofDays("SELECT d, SUM(bytes_total) FROM eb_storage_daily")
                .add(" AND ")
                .exactlyOneOf("username", scope.usernames())
                .add(" GROUP BY d ORDER BY d")
                .list(connection, row -> new StorageOfDay(row.getString(1), row.getLong(2)));
    }

    private SqlQuery ofDays(String select) {
        return new SqlQuery()
                .add(
                        select + OF_DAYS,
                        scope.client().value(),
                        today.minusDays(DAYS - 1L).toString(),
                        today.toString());
    }
}
