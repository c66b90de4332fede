package com.eazybackup.job;

import com.eazybackup.fleet.SqlQuery;
import com.eazybackup.whmcs.ClientId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where a job worked, by name; empty what is not known.
 *
 * @param revoked whether the device is not shown any more
 * @param offlineSince of the device, Unix seconds; 0 while it is online or not known
 */
record JobPlace(
        String device,
        boolean revoked,
        long offlineSince,
        String item,
        String itemType,
        String vault) {

    private static final String NAMES =
            "SELECT d.name, d.revoked_at,"
                    + " IF(d.is_active = 0, COALESCE(UNIX_TIMESTAMP(d.offline_since), 0), 0),"
                    + " i.name, i.type, v.name FROM (SELECT 1) one"
                    + " LEFT JOIN comet_devices d ON d.id = ? AND d.client_id = ?"
                    + " LEFT JOIN comet_items i ON i.id = ? AND i.client_id = ?"
                    + " LEFT JOIN comet_vaults v ON v.id = ? AND v.client_id = ?";

    /** One query, each table by its key. */
    static JobPlace of(
            Connection connection, ClientId client, String device, String item, String vault)
            throws SQLException {
        int owner = client.value();
        return new SqlQuery()
                .add(NAMES, device, owner, item, owner, vault, owner)
                .list(connection, JobPlace::read)
                .get(0);
    }

    private static JobPlace read(ResultSet row) throws SQLException {
        return new JobPlace(
                orEmpty(row.getString(1)),
                row.getTimestamp(2) != null,
                row.getLong(3),
                orEmpty(row.getString(4)),
                orEmpty(row.getString(5)),
                orEmpty(row.getString(6)));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
