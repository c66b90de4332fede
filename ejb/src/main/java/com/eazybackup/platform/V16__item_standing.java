package com.eazybackup.platform;

import static com.eazybackup.platform.TableChange.run;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * When each protected item was last backed up well and how often its schedules promise that; filled
 * from the items and jobs that are there. What is promised comes with the profiles. The steps may
 * be repeated: what is there already is kept.
 */
@SuppressWarnings("checkstyle:TypeName") // Flyway reads version and title from the name.
final class V16__item_standing extends TableMigration {

    private static final String TABLE =
            """
            CREATE TABLE IF NOT EXISTS eb_item_standing (
              -- comet_items.id
              item_id        CHAR(36) NOT NULL PRIMARY KEY,
              -- comet_devices.id
              device_id      CHAR(64) NOT NULL,
              client_id      INT NOT NULL,
              -- All times are Unix seconds. When a backup last ended well, with or without warnings.
              last_good_at   BIGINT NULL,
              -- The longest time between two backups that the schedules promise; NULL without one.
              promised_secs  BIGINT NULL,
              -- Since when they do, else since when the item is there; NULL when nobody has told of
              -- its schedules yet.
              promised_since BIGINT NULL,
              KEY idx_item_standing_device (device_id)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
            """;

    // Of a row that was written meanwhile the later end holds. In the PHP system's rows a device
    // may stand that has no key.
    private static final String FILL =
            """
            INSERT INTO eb_item_standing (item_id, device_id, client_id, last_good_at)
            SELECT i.id, LEFT(i.comet_device_id, 64), i.client_id, g.good_at
            FROM comet_items i
            LEFT JOIN (
              SELECT j.comet_item_id, j.client_id, UNIX_TIMESTAMP(MAX(j.ended_at)) AS good_at
              FROM comet_jobs j
              WHERE j.type = 4001 AND j.status IN (5000, 7001) AND j.ended_at IS NOT NULL
              GROUP BY j.comet_item_id, j.client_id
            ) g ON g.comet_item_id = i.id AND g.client_id = i.client_id
            ON DUPLICATE KEY UPDATE last_good_at = IF(g.good_at > COALESCE(last_good_at, 0),
              g.good_at, last_good_at)
            """;

    @Override
    void change(Connection connection) throws SQLException {
        run(connection, TABLE);
        run(connection, FILL);
    }
}
