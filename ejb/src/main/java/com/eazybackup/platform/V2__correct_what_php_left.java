package com.eazybackup.platform;

import static com.eazybackup.platform.TableChange.addColumn;
import static com.eazybackup.platform.TableChange.addIndex;
import static com.eazybackup.platform.TableChange.exists;
import static com.eazybackup.platform.TableChange.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Corrects the tables that the PHP system leaves behind: rows without a client, rows whose id is
 * the raw device hash, the wrong primary key of {@code comet_devices}, secrets in vault rows, and
 * the widths and keys where its two ways of creating a table disagreed. On tables that V1 made,
 * nothing is left to do. Each step looks before it acts, so that it may be repeated after a failure
 * half-way (MySQL and MariaDB commit at each change of a table).
 */
@SuppressWarnings("checkstyle:TypeName") // Flyway reads version and title from the name.
final class V2__correct_what_php_left extends BaseJavaMigration {

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        devices(connection);
        vaults(connection);
        columns(connection);
        scope(connection);
        groups(connection);
        discounts(connection);
    }

    private static void devices(Connection connection) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT column_name FROM information_schema.key_column_usage"
                                + " WHERE table_schema = DATABASE() AND table_name = 'comet_devices'"
                                + " AND constraint_name = 'PRIMARY' ORDER BY ordinal_position")) {
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(row.getString(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        // A row without a client belongs to nobody and can be shown to nobody.
        run(connection, "DELETE FROM comet_devices WHERE client_id IS NULL OR client_id <= 0");
        // The event worker once wrote the raw hash as id; where the right row exists too, that one
        // stays.
        run(
                connection,
                "DELETE old FROM comet_devices old JOIN comet_devices good"
                        + " ON good.id = SHA2(CONCAT(old.client_id, old.hash), 256) AND good.id <> old.id"
                        + " WHERE old.id = old.hash");
        if (!keys.equals(List.of("id"))) {
            run(connection, "ALTER TABLE comet_devices DROP PRIMARY KEY, ADD PRIMARY KEY (id)");
        }
        run(
                connection,
                "UPDATE comet_devices SET id = SHA2(CONCAT(client_id, hash), 256) WHERE id = hash");
        addColumn(connection, "comet_devices", "offline_since", "TIMESTAMP NULL DEFAULT NULL");
        addIndex(
                connection,
                "comet_devices",
                "comet_devices_hash_client_id_unique",
                "UNIQUE KEY",
                "hash, client_id");
    }

    private static void vaults(Connection connection) throws SQLException {
        run(connection, "UPDATE comet_vaults SET bucket_key = '' WHERE bucket_key <> ''");
        run(
                connection,
                "UPDATE comet_vaults SET content = JSON_REMOVE(content, '$.CometBucketKey',"
                        + " '$.EncryptedEncryptionKey', '$.S3AccessKey', '$.S3SecretKey', '$.SFTPPassword',"
                        + " '$.SFTPPrivateKey', '$.FTPPassword', '$.AZBAccountKey',"
                        + " '$.LocalcopyWinSMBPassword', '$.Swift', '$.B2', '$.WebDav', '$.Storj', '$.SMB',"
                        + " '$.SpanTargets') WHERE content IS NOT NULL AND JSON_VALID(content)");
        run(
                connection,
                "ALTER TABLE comet_vaults MODIFY bucket_key VARCHAR(255) NOT NULL DEFAULT ''");
    }

    /**
     * The PHP system has two scripts that create tables, with different widths; the wider one
     * holds.
     */
    private static void columns(Connection connection) throws SQLException {
        run(connection, "ALTER TABLE comet_jobs MODIFY started_at TIMESTAMP NULL DEFAULT NULL");
        run(connection, "ALTER TABLE eb_event_cursor MODIFY source VARCHAR(128) NOT NULL");
        run(
                connection,
                "UPDATE eb_jobs_recent_24h SET status = 'error'"
                        + " WHERE status NOT IN ('success','warning','error','missed','skipped')");
        run(
                connection,
                "ALTER TABLE eb_jobs_recent_24h MODIFY status"
                        + " ENUM('success','warning','error','missed','skipped') NOT NULL");
        addColumn(
                connection,
                "eb_jobs_live",
                "stale_observations",
                "TINYINT UNSIGNED NOT NULL DEFAULT 0");
        addColumn(
                connection, "eb_jobs_live", "action_stage", "VARCHAR(24) NOT NULL DEFAULT 'none'");
        addColumn(connection, "eb_jobs_live", "next_action_ts", "INT UNSIGNED NOT NULL DEFAULT 0");
        addColumn(connection, "eb_jobs_live", "last_action_error", "VARCHAR(255) NULL");
        addColumn(
                connection,
                "eb_jobs_recent_24h",
                "created_at",
                "TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP");
    }

    /**
     * Job rows know their client from the moment they are written, so that no read has to guess it.
     */
    private static void scope(Connection connection) throws SQLException {
        addColumn(connection, "eb_jobs_live", "client_id", "INT NULL");
        addIndex(connection, "eb_jobs_live", "idx_jobs_live_client", "KEY", "client_id");
        addColumn(connection, "eb_jobs_recent_24h", "client_id", "INT NULL");
        addIndex(
                connection,
                "eb_jobs_recent_24h",
                "idx_jobs_recent_client",
                "KEY",
                "client_id, ended_at");
    }

    private static void groups(Connection connection) throws SQLException {
        if (exists(
                connection,
                "information_schema.table_constraints",
                "table_name = 'eb_device_group_assignments' AND constraint_type = 'FOREIGN KEY'")) {
            return;
        }
        run(
                connection,
                "DELETE a FROM eb_device_group_assignments a LEFT JOIN eb_device_groups g"
                        + " ON g.id = a.group_id AND g.client_id = a.client_id WHERE g.id IS NULL");
        run(
                connection,
                "UPDATE eb_device_groups SET name = LEFT(name, 100), name_norm = LEFT(name_norm, 100)"
                        + " WHERE CHAR_LENGTH(name) > 100 OR CHAR_LENGTH(name_norm) > 100");
        run(
                connection,
                "ALTER TABLE eb_device_groups MODIFY id INT UNSIGNED NOT NULL AUTO_INCREMENT,"
                        + " MODIFY client_id INT UNSIGNED NOT NULL, MODIFY name VARCHAR(100) NOT NULL,"
                        + " MODIFY name_norm VARCHAR(100) NOT NULL, MODIFY icon VARCHAR(50) NULL,"
                        + " MODIFY color VARCHAR(20) NULL, MODIFY sort_order INT UNSIGNED NOT NULL DEFAULT 0");
        addColumn(
                connection,
                "eb_device_group_assignments",
                "created_at",
                "TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP");
        run(
                connection,
                "ALTER TABLE eb_device_group_assignments MODIFY client_id INT UNSIGNED NOT NULL,"
                        + " MODIFY device_id VARCHAR(128) NOT NULL, MODIFY group_id INT UNSIGNED NOT NULL,"
                        + " ADD CONSTRAINT fk_ebdga_group FOREIGN KEY (group_id)"
                        + " REFERENCES eb_device_groups (id) ON DELETE CASCADE");
    }

    private static void discounts(Connection connection) throws SQLException {
        run(
                connection,
                "ALTER TABLE mod_rd_discountConfigOptions"
                        + " MODIFY discount_price DECIMAL(10,2) NOT NULL DEFAULT 0,"
                        + " MODIFY price DECIMAL(10,2) NOT NULL DEFAULT 0");
        // Where the hook's own table has doubles, the newest row is the one that was in force.
        run(
                connection,
                "DELETE old FROM mod_rd_discountConfigOptions old JOIN mod_rd_discountConfigOptions newer"
                        + " ON newer.serviceid = old.serviceid AND newer.configoptionid = old.configoptionid"
                        + " AND newer.id > old.id");
        addIndex(
                connection,
                "mod_rd_discountConfigOptions",
                "uniq_service_config",
                "UNIQUE KEY",
                "serviceid, configoptionid");
    }
}
