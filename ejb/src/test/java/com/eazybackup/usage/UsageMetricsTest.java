package com.eazybackup.usage;

import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.fleet.DeviceCounts;
import com.eazybackup.fleet.FleetRows;
import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestSettings;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UsageMetricsTest {

    /** In Toronto it is still the 14th, 22:00. */
    private static final Instant NOW = Instant.parse("2026-07-15T02:00:00Z");

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final FleetRows rows = new FleetRows(DATABASE);
    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final UsageMetrics metrics = in("UTC");

    private UsageMetrics in(String zone) {
        return at(counted.source(), zone);
    }

    private static UsageMetrics at(DataSource source, String zone) {
        MovedClock clock = new MovedClock(NOW);
        return new UsageMetrics(
                source,
                FleetRows.fleets(source, clock),
                FleetRows.FIVE_MINUTES,
                clock,
                TestSettings.with("EB_TIME_ZONE", zone));
    }

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run(
                "DELETE FROM comet_devices",
                "DELETE FROM comet_jobs",
                "DELETE FROM comet_items",
                "DELETE FROM comet_vaults",
                "DELETE FROM eb_jobs_live",
                "DELETE FROM eb_jobs_recent_24h",
                "DELETE FROM eb_devices_client_daily",
                "DELETE FROM eb_storage_daily");
    }

    @Test
    void devicesOfThirtyDaysRiseAndGapsStayGaps() throws SQLException {
        devices("2026-07-15", 1, 9, 8);
        devices("2026-06-16", 1, 5, 4);
        devices("2026-06-15", 1, 1, 1);
        devices("2026-07-01", 1, 7, 0);
        devices("2026-07-16", 1, 99, 99);
        devices("2026-07-01", 2, 70, 70);

        assertThat(metrics.of(scope(1, "acme")).devices30d())
                .containsExactly(
                        new DevicesOfDay("2026-06-16", 5, 4),
                        new DevicesOfDay("2026-07-01", 7, 0),
                        new DevicesOfDay("2026-07-15", 9, 8));
    }

    @Test
    void todayIsTheOneOfThePortalsTimeZone() throws SQLException {
        devices("2026-07-15", 1, 9, 8);
        devices("2026-07-14", 1, 7, 6);
        devices("2026-06-15", 1, 5, 4);

        assertThat(in("America/Toronto").of(scope(1, "acme")).devices30d())
                .extracting(DevicesOfDay::day)
                .containsExactly("2026-06-15", "2026-07-14");
    }

    @Test
    void storageIsSummedOverActiveUsersExactlyAsSpelt() throws SQLException {
        stored("2026-07-14", 1, "acme", 1_000);
        stored("2026-07-14", 1, "acme-branch", 4_000_000_000_000L);
        stored("2026-07-14", 1, "ended", 7);
        stored("2026-07-13", 1, "Acme", 7);
        stored("2026-07-14", 2, "acme", 7);
        stored("2026-07-12", 1, "acme", 5);

        assertThat(metrics.of(scope(1, "acme", "acme-branch")).storage30d())
                .containsExactly(
                        new StorageOfDay("2026-07-12", 5),
                        new StorageOfDay("2026-07-14", 4_000_000_001_000L));
    }

    @Test
    void jobsOfADayAreGroupedAndSkippedOnesAreInNoGroup() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        ended("a", 5000, 10);
        ended("b", 5000, 24 * 3600);
        ended("too-old", 5000, 24 * 3600 + 1);
        ended("c", 7001, 10);
        ended("d", 7002, 10);
        ended("timeout", 7000, 10);
        ended("cancelled", 7005, 10);
        ended("e", 7004, 10);
        ended("skipped", 7006, 10);
        ended("skipped-by-php", 5000, 10);
        rows.update("UPDATE eb_jobs_recent_24h SET status = 'skipped' WHERE job_id LIKE '%php'");

        assertThat(jobs()).isEqualTo(new JobCounts(2, 3, 1, 1, 0, 0));
    }

    @Test
    void allJobsThatRunAreCountedHoweverLong() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        running("h1", "new", 60);
        running("h1", "thirty-hours", 30 * 3600);
        running("not-written-yet", "early", 5);

        assertThat(jobs()).isEqualTo(new JobCounts(0, 0, 0, 0, 3, 0));
    }

    @Test
    void aJobOnADeviceThatIsLongAwayIsInterruptedAndNotRunning() throws SQLException {
        away("long", 300);
        away("just-now", 299);
        away("nobody-knows", 0);

        assertThat(jobs()).isEqualTo(new JobCounts(0, 0, 0, 0, 2, 1));
    }

    @Test
    void aJobInBothTablesRuns() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        ended("both", 5000, 10);
        rows.update(
                "INSERT INTO eb_jobs_live (server_id, job_id, username, device, started_at,"
                        + " last_update, client_id) VALUES ('cometbackup','both','acme','h1',1,1,1)");

        assertThat(jobs()).isEqualTo(new JobCounts(0, 0, 0, 0, 1, 0));
    }

    @Test
    @Tag("fault-23")
    void nothingOfAnotherClientIsCountedNotEvenUnderTheSameUserName() throws SQLException {
        rows.device(2, "acme", "h2", "Theirs");
        rows.ended(2, "h2", "acme", "t1", 4001, 5000, ago(20), ago(10));
        rows.running(2, "h2", "acme", "t2", 4001, ago(10));
        item("i1", 2, "acme", "engine1/file");
        vault("v1", 2, "acme", 1000, 77);
        devices("2026-07-14", 2, 1, 1);
        stored("2026-07-14", 2, "acme", 77);

        UsageFigures mine = metrics.of(scope(1, "acme"));

        assertThat(mine.status24h()).isEqualTo(JobCounts.NONE);
        assertThat(mine.devices()).isEqualTo(new DeviceCounts(0, 0));
        assertThat(mine.items()).extracting(ItemsOfEngine::count).containsOnly(0L);
        assertThat(mine.storageBytes()).isZero();
        assertThat(mine.devices30d()).isEmpty();
        assertThat(mine.storage30d()).isEmpty();
    }

    @Test
    void jobsOfUsersWithoutAnActiveServiceAndOfRevokedDevicesAreNotCounted() throws SQLException {
        rows.device(1, "acme", "h1", "Revoked");
        rows.device(1, "ended", "h2", "Unpaid");
        rows.update("UPDATE comet_devices SET revoked_at = NOW() WHERE hash = 'h1'");
        ended("a", 7002, 10);
        running("h1", "b", 10);
        rows.ended(1, "h2", "ended", "c", 4001, 5000, ago(20), ago(10));

        assertThat(jobs()).isEqualTo(JobCounts.NONE);
    }

    @Test
    void itemsAreCountedByEngineAndEachKindHasItsLine() throws SQLException {
        item("i1", 1, "acme", "engine1/file");
        item("i2", 1, "acme", "engine1/file");
        item("i3", 1, "acme", "engine1/windisk");
        item("i4", 1, "acme", "engine1/proxmox");
        item("i5", 1, "acme", "engine1/mysql");
        item("i6", 1, "acme", "engine9/new");
        item("i7", 1, "ended", "engine1/file");

        assertThat(metrics.of(scope(1, "acme")).items())
                .containsExactly(
                        new ItemsOfEngine("files", 2),
                        new ItemsOfEngine("disk_image", 1),
                        new ItemsOfEngine("office_365", 0),
                        new ItemsOfEngine("hyper_v", 0),
                        new ItemsOfEngine("sql_server", 0),
                        new ItemsOfEngine("vmware", 0),
                        new ItemsOfEngine("system_state", 0),
                        new ItemsOfEngine("proxmox", 1),
                        new ItemsOfEngine("other", 2));
    }

    @Test
    void storageNowIsThatOfActiveVaultsOfTheTwoTypes() throws SQLException {
        vault("v1", 1, "acme", 1000, 100);
        vault("v2", 1, "acme", 1003, 20);
        vault("v3", 1, "acme", 1008, 7);
        vault("v4", 1, "acme", 1000, 7);
        vault("v5", 1, "acme", 1000, 7);
        vault("v6", 1, "ended", 1000, 7);
        rows.update("UPDATE comet_vaults SET is_active = 0 WHERE id = 'v4'");
        rows.update("UPDATE comet_vaults SET removed_at = NOW() WHERE id = 'v5'");

        assertThat(metrics.of(scope(1, "acme")).storageBytes()).isEqualTo(120);
    }

    @Test
    void devicesNowLeaveOutTheRevoked() throws SQLException {
        rows.device(1, "acme", "h1", "On");
        rows.device(1, "acme", "h2", "Off");
        rows.device(1, "acme", "h3", "Revoked");
        rows.update("UPDATE comet_devices SET is_active = 0 WHERE hash = 'h2'");
        rows.update("UPDATE comet_devices SET revoked_at = NOW() WHERE hash = 'h3'");

        assertThat(metrics.of(scope(1, "acme")).devices()).isEqualTo(new DeviceCounts(2, 1));
    }

    @Test
    void sixQueriesAnswerItFourMoreTheFirstTimeAndNoneWithoutServices() throws SQLException {
        assertThat(counted.during(() -> metrics.of(scope(1, "acme")))).isEqualTo(10);
        assertThat(counted.during(() -> metrics.of(scope(1, "acme")))).isEqualTo(6);
        assertThat(counted.during(() -> metrics.of(scope(1, "a", "b", "c")))).isEqualTo(10);
        assertThat(counted.during(() -> metrics.of(scope(1)))).isZero();
    }

    @Test
    void aClientWithoutServicesGetsEmptyListsAndZeros() throws SQLException {
        devices("2026-07-14", 1, 9, 8);

        UsageFigures none = metrics.of(scope(1));

        assertThat(none.devices30d()).isEmpty();
        assertThat(none.storage30d()).isEmpty();
        assertThat(none.status24h()).isEqualTo(JobCounts.NONE);
        assertThat(none.items()).hasSize(8).extracting(ItemsOfEngine::count).containsOnly(0L);
        assertThat(none.at()).isEqualTo(NOW);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsToldAsSuch() {
        DataSource away =
                (DataSource)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {DataSource.class},
                                (self, method, arguments) -> {
                                    throw new SQLException("away");
                                });

        assertThatThrownBy(() -> at(away, "UTC").of(scope(1, "acme")))
                .isInstanceOf(FleetUnreadable.class);
    }

    private JobCounts jobs() {
        return metrics.of(scope(1, "acme")).status24h();
    }

    private void ended(String job, int status, long secondsAgo) throws SQLException {
        rows.ended(1, "h1", "acme", job, 4001, status, ago(secondsAgo + 60), ago(secondsAgo));
    }

    private void running(String hash, String job, long secondsAgo) throws SQLException {
        rows.running(1, hash, "acme", job, 4001, ago(secondsAgo));
    }

    private void away(String hash, long seconds) throws SQLException {
        rows.device(1, "acme", hash, hash);
        running(hash, hash, 3600);
        rows.update(
                "UPDATE comet_devices SET is_active = 0,"
                        + " offline_since = IF(? = 0, NULL, FROM_UNIXTIME(?)) WHERE hash = ?",
                seconds,
                ago(seconds),
                hash);
    }

    private void devices(String day, int client, int registered, int online) throws SQLException {
        rows.update(
                "INSERT INTO eb_devices_client_daily (d, client_id, registered, online)"
                        + " VALUES (?,?,?,?)",
                day,
                client,
                registered,
                online);
    }

    private void stored(String day, int client, String username, long bytes) throws SQLException {
        rows.update(
                "INSERT INTO eb_storage_daily (d, client_id, username, bytes_total)"
                        + " VALUES (?,?,?,?)",
                day,
                client,
                username,
                bytes);
    }

    private void item(String id, int client, String username, String engine) throws SQLException {
        rows.update(
                "INSERT INTO comet_items (id, client_id, username, name, type) VALUES (?,?,?,'i',?)",
                id,
                client,
                username,
                engine);
    }

    private void vault(String id, int client, String username, int type, long bytes)
            throws SQLException {
        rows.update(
                "INSERT INTO comet_vaults (id, client_id, username, name, type, total_bytes)"
                        + " VALUES (?,?,?,'v',?,?)",
                id,
                client,
                username,
                type,
                bytes);
    }

    private static long ago(long seconds) {
        return NOW.getEpochSecond() - seconds;
    }
}
