package com.eazybackup.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the portal would have counted on the 29 days before the demo began, so that the cards show
 * their lines of 30 days: a fleet that has grown to what it is, with quieter week-ends. Made up, as
 * everything of the demo is; days that have been counted stay as they are.
 */
public final class DemoHistory {

    // Of both databases; MariaDB's own sequences are not MySQL's.
    private static final String DAYS =
            "WITH RECURSIVE days (ago, d) AS (SELECT 1, UTC_DATE() - INTERVAL 1 DAY UNION ALL"
                    + " SELECT ago + 1, d - INTERVAL 1 DAY FROM days WHERE ago < 29) ";

    // Of services that the portal shows: 2 and 11 are the product groups that it leaves out.
    private static final String DEVICES =
            "INSERT IGNORE INTO eb_devices_client_daily (d, client_id, registered, online) "
                    + DAYS
                    + "SELECT d, client_id, ROUND(n * (1 - ago / 250)),"
                    + " ROUND(n * (1 - ago / 250) * IF(DAYOFWEEK(d) IN (1, 7), 0.78,"
                    + " 0.88 + MOD(ago * 7, 5) / 100))"
                    + " FROM days JOIN (SELECT client_id, COUNT(*) AS n FROM comet_devices"
                    + " WHERE revoked_at IS NULL AND CAST(username AS BINARY) IN (SELECT"
                    + " CAST(TRIM(h.username) AS BINARY)"
                    + " FROM tblhosting h JOIN tblproducts p ON p.id = h.packageid"
                    + " WHERE h.userid = client_id AND h.domainstatus = 'Active'"
                    + " AND p.servertype = 'comet' AND p.gid NOT IN (2, 11)) GROUP BY client_id) AS now";

    private static final String STORAGE =
            "INSERT IGNORE INTO eb_storage_daily (d, client_id, username, bytes_total, bytes_t1000,"
                    + " bytes_t1003) "
                    + DAYS
                    + "SELECT d, client_id, username, ROUND(s3 * part) + ROUND(comet * part),"
                    + " ROUND(s3 * part), ROUND(comet * part)"
                    + " FROM (SELECT d, 1 - ago / 180 + MOD(ago, 4) / 400 AS part FROM days) AS"
                    + " parts JOIN (SELECT client_id, username,"
                    + " SUM(IF(type = 1000, COALESCE(total_bytes, 0), 0)) AS s3,"
                    + " SUM(IF(type = 1003, COALESCE(total_bytes, 0), 0)) AS comet"
                    + " FROM comet_vaults WHERE is_active = 1 AND removed_at IS NULL"
                    + " AND type IN (1000, 1003) AND username IS NOT NULL"
                    + " GROUP BY client_id, username) AS now";

    private DemoHistory() {}

    /**
     * @param portal the portal's database, with the devices and vaults of today
     */
    public static void write(Connection portal) throws SQLException {
        try (Statement insert = portal.createStatement()) {
            insert.executeUpdate(DEVICES);
            insert.executeUpdate(STORAGE);
        }
    }
}
