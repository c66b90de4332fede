package com.eazybackup.platform;

import static com.eazybackup.platform.TableChange.addIndex;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keys by which a page of the device list is read without touching the rest of the fleet. Only keys
 * are added, so that the PHP system goes on with the same tables; its own keys stay.
 */
@SuppressWarnings("checkstyle:TypeName") // Flyway reads version and title from the name.
final class V4__keys_of_the_device_list extends TableMigration {

    @Override
    void change(Connection connection) throws SQLException {
        // In the order of names. The primary key stands behind each key and decides between equals;
        // a third text before it would make the whole too long to be sorted by (3072 bytes).
        addIndex(
                connection,
                "comet_devices",
                "eb_devices_by_name",
                "KEY",
                "client_id, revoked_at, name");
        addIndex(
                connection,
                "comet_devices",
                "eb_devices_by_user",
                "KEY",
                "client_id, revoked_at, username, name");
        // Counting reads this instead of the rows, which are a kilobyte and more each.
        addIndex(
                connection,
                "comet_devices",
                "eb_devices_counted",
                "KEY",
                "client_id, revoked_at, username, is_active");
        // All that the dots of 13 days look at: 14 rows of jobs a device are not read.
        addIndex(
                connection,
                "comet_jobs",
                "eb_jobs_of_days",
                "KEY",
                "comet_device_id, client_id, type, last_status_at, ended_at, status");
    }
}
