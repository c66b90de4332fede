package com.eazybackup.platform;

import static com.eazybackup.platform.TableChange.addIndex;
import static com.eazybackup.platform.TableChange.run;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What each device's ended backups come to, kept beside them so that ten thousand devices are
 * judged without reading a million jobs; filled from the jobs that are there. The steps may be
 * repeated.
 */
@SuppressWarnings("checkstyle:TypeName") // Flyway reads version and title from the name.
final class V11__device_standing extends TableMigration {

    private static final String TABLE =
            """
            CREATE TABLE IF NOT EXISTS eb_device_standing (
              -- comet_devices.id
              device_id     CHAR(64) NOT NULL PRIMARY KEY,
              client_id     INT NOT NULL,
              username      VARCHAR(255) NOT NULL DEFAULT '',
              -- Of the backup that ended last; empty when it was recorded before this table was.
              server_id     VARCHAR(64) NOT NULL DEFAULT '',
              job_id        CHAR(36) NULL,
              -- Comet's own number.
              status        SMALLINT NULL,
              -- All times are Unix seconds.
              started_at    BIGINT NULL,
              ended_at      BIGINT NULL,
              -- When a backup last ended well, with or without warnings.
              last_good_at  BIGINT NULL,
              -- When the first one that came out badly after that ended, and how many there were.
              failing_since BIGINT NULL,
              failures      INT NOT NULL DEFAULT 0,
              -- The longest time between two backups that the schedules promise; NULL without one.
              promised_secs BIGINT NULL,
              KEY idx_device_standing_client (client_id)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
            """;

    // A device's key has 64 characters; what else stands there is of the PHP system.
    private static final String BACKUPS =
            """
            SELECT j.comet_device_id AS device_id, j.client_id, COALESCE(j.username, '') AS username,
              j.id, j.status, COALESCE(UNIX_TIMESTAMP(j.started_at), 0) AS started_at,
              UNIX_TIMESTAMP(j.ended_at) AS ended_at,
              ROW_NUMBER() OVER (PARTITION BY j.comet_device_id
                ORDER BY j.ended_at DESC, j.started_at DESC, CAST(j.id AS BINARY) DESC) AS place,
              MAX(IF(j.status IN (5000, 7001), UNIX_TIMESTAMP(j.ended_at), NULL))
                OVER (PARTITION BY j.comet_device_id) AS good_at
            FROM comet_jobs j
            WHERE j.type = 4001 AND j.ended_at IS NOT NULL AND CHAR_LENGTH(j.comet_device_id) = 64
            """;

    private static final String FILL =
            """
            REPLACE INTO eb_device_standing (device_id, client_id, username, server_id, job_id,
              status, started_at, ended_at, last_good_at, failing_since, failures)
            SELECT b.device_id, MAX(IF(b.place = 1, b.client_id, NULL)),
              MAX(IF(b.place = 1, b.username, NULL)), COALESCE(MAX(r.server_id), ''),
              MAX(IF(b.place = 1, b.id, NULL)), MAX(IF(b.place = 1, b.status, NULL)),
              MAX(IF(b.place = 1, b.started_at, NULL)), MAX(b.ended_at), MAX(b.good_at),
              MIN(IF(b.status IN (7000, 7002, 7003, 7004, 7005, 7007)
                AND b.ended_at > COALESCE(b.good_at, 0), b.ended_at, NULL)),
              COUNT(IF(b.status IN (7000, 7002, 7003, 7004, 7005, 7007)
                AND b.ended_at > COALESCE(b.good_at, 0), 1, NULL))
            FROM (%s) b
            LEFT JOIN eb_jobs_recent_24h r ON b.place = 1 AND r.job_id = b.id
              AND r.client_id = b.client_id
            GROUP BY b.device_id
            """;

    @Override
    void change(Connection connection) throws SQLException {
        run(connection, TABLE);
        fill(connection);
        keys(connection);
    }

    static void fill(Connection connection) throws SQLException {
        run(connection, FILL.formatted(BACKUPS));
    }

    private static void keys(Connection connection) throws SQLException {
        // All that judging reads of a device: its row is a kilobyte and more.
        addIndex(
                connection,
                "comet_devices",
                "eb_devices_standing",
                "KEY",
                "client_id, revoked_at, username, name, is_active, created_at");
        // Devices without an owner are looked for by device alone; the primary key begins with the
        // server.
        addIndex(
                connection,
                "eb_devices_registry",
                "idx_devices_registry_device",
                "KEY",
                "device_id");
    }
}
