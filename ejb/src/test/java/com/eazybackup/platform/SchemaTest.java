package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.comet.DeviceId;
import com.eazybackup.fleet.DeviceKey;
import com.eazybackup.health.MigrationsCheck;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private static final int NODES = 3;

    /** As many as there are files and classes of them. */
    private static final int MIGRATIONS = 17;

    private static final String COLUMNS =
            "SELECT table_name, column_name, column_type, is_nullable FROM information_schema.columns"
                    + " WHERE table_schema = DATABASE() AND table_name <> 'eb_schema_history'"
                    + " ORDER BY table_name, column_name";

    @Test
    void theHealthCheckAsksForTheLastMigration() throws SQLException {
        TestDatabase database = TestDatabase.empty();
        Schema.migrate(database.source());

        assertThat(
                        database.rows(
                                "SELECT version FROM eb_schema_history WHERE success = 1"
                                        + " ORDER BY installed_rank DESC LIMIT 1"))
                .containsExactly(MigrationsCheck.LAST);
    }

    @Test
    void anEmptyDatabaseGetsEveryTable() throws SQLException {
        TestDatabase database = TestDatabase.empty();

        assertThat(Schema.migrate(database.source())).isEqualTo(MIGRATIONS);

        assertThat(
                        database.rows(
                                "SELECT table_name FROM information_schema.tables"
                                        + " WHERE table_schema = DATABASE()"))
                .contains(
                        "comet_devices",
                        "comet_items",
                        "comet_jobs",
                        "comet_users",
                        "comet_vaults",
                        "eb_devices_daily",
                        "eb_devices_client_daily",
                        "eb_devices_registry",
                        "eb_event_cursor",
                        "eb_items_daily",
                        "eb_storage_daily",
                        "eb_jobs_live",
                        "eb_jobs_recent_24h",
                        "eb_device_groups",
                        "eb_device_group_assignments",
                        "eb_incident_ack",
                        "eb_monitor_profile_state",
                        "eazybackup_trial_verifications",
                        "eb_notifications_sent",
                        "eb_billing_grace",
                        "eb_client_notify_prefs",
                        "eb_password_onboarding",
                        "mod_rd_discountConfigOptions",
                        "eb_changes",
                        "eb_audit",
                        "eb_admins",
                        "eb_sessions",
                        "eb_api_tokens",
                        "eb_admin_invites",
                        "eb_admin_recovery_codes",
                        "eb_mail_outbox",
                        "eb_device_standing",
                        "eb_item_standing",
                        "eb_discount_services",
                        "eb_discount_history",
                        "eb_discount_changes");
    }

    @Test
    void aSecondRunChangesNothing() throws SQLException {
        TestDatabase database = TestDatabase.migrated();
        List<String> before = database.rows(COLUMNS);

        assertThat(Schema.migrate(database.source())).isZero();

        assertThat(database.rows(COLUMNS)).isEqualTo(before);
    }

    @RepeatedTest(5)
    void nodesThatStartTogetherMigrateOnce() throws Exception {
        TestDatabase database = TestDatabase.empty();
        CyclicBarrier start = new CyclicBarrier(NODES);
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        try {
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                runs.add(
                        nodes.submit(
                                () -> {
                                    start.await();
                                    return Schema.migrate(database.source());
                                }));
            }
            int migrations = 0;
            for (Future<Integer> run : runs) {
                migrations += run.get();
            }

            assertThat(migrations).isEqualTo(MIGRATIONS);
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void theTablesOfThePhpSystemAreCorrectedAndTheirRowsKept() throws Exception {
        TestDatabase database = TestDatabase.empty();
        database.run(script("php-schema.sql"));

        Schema.migrate(database.source());

        assertThat(primaryKeyOfDevices(database)).containsExactly("id");
        assertThat(
                        database.rows(
                                "SELECT id, client_id, hash, name FROM comet_devices ORDER BY name"))
                .as("rows without a client go, a raw hash becomes the key of client and device")
                .containsExactly(
                        // SHA-256 of "42abc123", the vector that the two old writers agreed on
                        "78b3d0e2c15e68907be41abcb501e252d82e40fb7c565822c7f37771279a4c4e|42|abc123|RAW-ID",
                        sha("43", "def456") + "|43|def456|RIGHT-ID");
    }

    @Test
    void secretsThatThePhpSystemStoredWithVaultsAreRemoved() throws Exception {
        TestDatabase database = TestDatabase.empty();
        database.run(script("php-schema.sql"));

        Schema.migrate(database.source());

        assertThat(database.rows("SELECT bucket_key, content FROM comet_vaults"))
                .singleElement()
                .asString()
                .doesNotContain("top-secret")
                .contains("Cloud vault");
    }

    @Test
    void groupsOfThePhpSystemKeepTheirDevicesAndGetTheForeignKey() throws Exception {
        TestDatabase database = TestDatabase.empty();
        database.run(script("php-schema.sql"));

        Schema.migrate(database.source());

        assertThat(
                        database.rows(
                                "SELECT client_id, device_id, group_id FROM eb_device_group_assignments"))
                .as("an assignment without a group is no assignment")
                .containsExactly("42|78b3d0e2|1");
        database.run("DELETE FROM eb_device_groups WHERE id = 1");
        assertThat(database.rows("SELECT * FROM eb_device_group_assignments")).isEmpty();
    }

    @Test
    void afterTheCorrectionBothRootsHaveTheSameColumns() throws Exception {
        TestDatabase php = TestDatabase.empty();
        php.run(script("php-schema.sql"));
        Schema.migrate(php.source());

        assertThat(names(php)).containsAll(names(TestDatabase.migrated()));
    }

    @Test
    void bothRootsGetTheKeysOfTheDeviceList() throws Exception {
        TestDatabase php = TestDatabase.empty();
        php.run(script("php-schema.sql"));
        Schema.migrate(php.source());

        assertThat(ownKeys(php))
                .containsExactly(
                        "comet_devices|eb_devices_by_name|client_id,revoked_at,name",
                        "comet_devices|eb_devices_by_user|client_id,revoked_at,username,name",
                        "comet_devices|eb_devices_counted|client_id,revoked_at,username,is_active",
                        "comet_devices|eb_devices_standing|client_id,revoked_at,username,name,"
                                + "is_active,created_at",
                        "comet_jobs|eb_jobs_of_days|comet_device_id,client_id,type,last_status_at,"
                                + "ended_at,status")
                .isEqualTo(ownKeys(TestDatabase.migrated()));
    }

    @Test
    void aMigrationThatFailedHalfWayIsRunAgainAtTheNextStart() throws Exception {
        TestDatabase database = TestDatabase.empty();
        database.run(script("php-schema.sql"));
        database.run("CREATE TABLE eb_change_seq (somebody_elses INT)");
        assertThatThrownBy(() -> Schema.migrate(database.source()))
                .isInstanceOf(FlywayException.class);

        database.run("DROP TABLE eb_change_seq");

        assertThat(Schema.migrate(database.source())).isPositive();
        assertThat(database.rows("SELECT COUNT(*) FROM comet_devices")).containsExactly("2");
        assertThat(database.rows("SELECT last_id FROM eb_change_seq")).containsExactly("0");
    }

    private static List<String> ownKeys(TestDatabase database) throws SQLException {
        return database.rows(
                "SELECT table_name, index_name, GROUP_CONCAT(column_name ORDER BY seq_in_index)"
                        + " FROM information_schema.statistics WHERE table_schema = DATABASE()"
                        + " AND table_name IN ('comet_devices', 'comet_jobs')"
                        + " AND index_name LIKE 'eb\\_%'"
                        + " GROUP BY table_name, index_name ORDER BY table_name, index_name");
    }

    private static List<String> names(TestDatabase database) throws SQLException {
        return database.rows(
                "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE()");
    }

    private static List<String> primaryKeyOfDevices(TestDatabase database) throws SQLException {
        return database.rows(
                "SELECT column_name FROM information_schema.key_column_usage WHERE table_schema = DATABASE()"
                        + " AND table_name = 'comet_devices' AND constraint_name = 'PRIMARY'");
    }

    private static String sha(String client, String device) {
        return DeviceKey.of(new ClientId(Integer.parseInt(client)), new DeviceId(device)).value();
    }

    private static String[] script(String name) throws IOException {
        try (InputStream in = SchemaTest.class.getResourceAsStream(name)) {
            return Arrays.stream(
                            new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\\n"))
                    .map(String::strip)
                    .filter(sql -> !sql.isEmpty())
                    .toArray(String[]::new);
        }
    }
}
