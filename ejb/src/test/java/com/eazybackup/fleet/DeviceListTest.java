package com.eazybackup.fleet;

import static com.eazybackup.fleet.FleetRows.key;
import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.JobState;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeviceListTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final FleetRows rows = new FleetRows(DATABASE);
    private final DeviceList list = FleetRows.list(DATABASE.source(), new MovedClock(NOW));

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run(
                "DELETE FROM comet_devices",
                "DELETE FROM comet_jobs",
                "DELETE FROM comet_items",
                "DELETE FROM eb_jobs_live",
                "DELETE FROM eb_jobs_recent_24h");
    }

    @Test
    void aRowTellsTheDeviceAsItsOwnRowHasIt() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        rows.update(
                "UPDATE comet_devices SET is_active = 0, offline_since = FROM_UNIXTIME(1784100000)");

        DeviceRow row = only(scope(1, "acme"));

        assertThat(row.id()).isEqualTo(key(1, "h1"));
        assertThat(row.hash()).isEqualTo("h1");
        assertThat(row.name()).isEqualTo("DC01");
        assertThat(row.serviceId()).isEqualTo(1001);
        assertThat(row.version()).isEqualTo("25.9.6");
        assertThat(row.os()).isEqualTo("Windows Server 2022 Datacenter");
        assertThat(row.platformOs()).isEqualTo("windows");
        assertThat(row.online()).isFalse();
        assertThat(row.offlineSince()).isEqualTo(1784100000);
        assertThat(row.registeredAt()).isEqualTo(1700000000);
        assertThat(row.latest()).isNull();
        assertThat(row.jobs24h()).isEmpty();
        assertThat(row.days()).hasSize(13).containsOnly("none");
    }

    @Test
    @Tag("fault-23")
    void anotherClientsDevicesNeverAppearNotEvenUnderTheSameUserName() throws SQLException {
        rows.device(1, "acme", "h1", "Mine");
        rows.device(2, "acme", "h2", "Theirs");

        assertThat(names(scope(1, "acme"), everything())).containsExactly("Mine");
        assertThat(list.counts(scope(1, "acme"))).isEqualTo(new DeviceCounts(1, 1));
    }

    @Test
    void userNamesThatDifferByCaseOrTrailingBlankAreDifferentUsers() throws SQLException {
        rows.device(1, "acme", "h1", "Lower");
        rows.device(1, "Acme", "h2", "Upper");
        rows.device(1, "acme ", "h3", "Blank");

        assertThat(names(scope(1, "acme"), everything())).containsExactly("Lower");
    }

    @Test
    @Tag("fault-18")
    void aMachineOfTwoClientsHasARowAndJobsForEach() throws SQLException {
        rows.device(1, "acme", "shared", "Machine");
        rows.device(2, "beta", "shared", "Machine");
        rows.ended(1, "shared", "acme", "j1", 4001, 5000, ago(7200), ago(3600));
        rows.running(2, "shared", "beta", "j2", 4001, ago(60));

        DeviceRow mine = only(scope(1, "acme"));
        DeviceRow theirs = only(scope(2, "beta"));

        assertThat(mine.jobs24h()).extracting(DeviceRow.BarJob::jobId).containsExactly("j1");
        assertThat(theirs.jobs24h()).extracting(DeviceRow.BarJob::jobId).containsExactly("j2");
        assertThat(mine.id()).isNotEqualTo(theirs.id());
    }

    @Test
    void revokedDevicesAreHidden() throws SQLException {
        rows.device(1, "acme", "h1", "Gone");
        rows.update("UPDATE comet_devices SET revoked_at = NOW()");

        assertThat(names(scope(1, "acme"), everything())).isEmpty();
        assertThat(list.counts(scope(1, "acme")).total()).isZero();
    }

    @Test
    void aClientWithoutActiveServicesSeesNothing() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");

        assertThat(names(scope(1), everything())).isEmpty();
    }

    @Test
    void theBarShowsEveryJobAndTheLatestOnlyBackups() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        rows.item(1, "Files");
        rows.ended(1, "h1", "acme", "old", 4001, 5000, ago(30 * 3600), ago(25 * 3600));
        rows.ended(1, "h1", "acme", "backup", 4001, 7006, ago(9000), ago(8000));
        rows.ended(1, "h1", "acme", "restore", 4002, 5000, ago(7000), ago(6000));

        DeviceRow row = only(scope(1, "acme"));

        assertThat(row.jobs24h())
                .extracting(DeviceRow.BarJob::id)
                .containsExactly("cometbackup:backup", "cometbackup:restore");
        assertThat(row.jobs24h().get(0).itemName()).isEqualTo("Files");
        assertThat(row.latest().jobId()).isEqualTo("backup");
        assertThat(row.latest().state()).isEqualTo(JobState.SKIPPED);
        assertThat(row.latest().bytesDone()).isEqualTo(1000);
        assertThat(row.latest().totalBytes()).isEqualTo(4000);
    }

    @Test
    void anotherClientsItemNeverNamesAJob() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        rows.item(2, "Secret");
        rows.ended(1, "h1", "acme", "j", 4001, 5000, ago(9000), ago(8000));
        rows.update("UPDATE comet_jobs SET comet_item_id = 'item-2'");

        assertThat(only(scope(1, "acme")).jobs24h().get(0).itemName()).isEmpty();
    }

    @Test
    void theRunningJobsOfADeviceThatIsAwayForLongAreInterrupted() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        rows.running(1, "h1", "acme", "runs", 4001, ago(3_600));
        rows.ended(1, "h1", "acme", "ended", 4001, 5000, ago(9_000), ago(8_000));
        rows.update(
                "UPDATE comet_devices SET is_active = 0, offline_since = FROM_UNIXTIME(?)",
                ago(300));

        DeviceRow row = only(scope(1, "acme"));

        assertThat(row.latest().state()).isEqualTo(JobState.INTERRUPTED);
        assertThat(row.jobs24h())
                .extracting(DeviceRow.BarJob::state)
                .containsExactly(JobState.SUCCESS, JobState.INTERRUPTED);
    }

    @Test
    void aJobInBothTablesIsTheRunningOneAndLongRunningOnesStayOnTheBar() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        rows.running(1, "h1", "acme", "both", 4001, ago(600));
        rows.running(1, "h1", "acme", "long", 4001, ago(40 * 3600));
        rows.update(
                "UPDATE comet_jobs SET status = 5000, ended_at = FROM_UNIXTIME(?) WHERE id = 'both'",
                ago(60));

        DeviceRow row = only(scope(1, "acme"));

        assertThat(row.jobs24h())
                .extracting(DeviceRow.BarJob::jobId)
                .containsExactly("long", "both");
        assertThat(row.jobs24h())
                .extracting(DeviceRow.BarJob::state)
                .containsOnly(JobState.RUNNING);
        assertThat(row.jobs24h().get(1).endedAt()).isZero();
        assertThat(row.latest().jobId()).isEqualTo("both");
    }

    @Test
    void aDayIsTheWorstBackupThatEndedInItInTheViewersZone() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        // 03:30 UTC on the 14th is 23:30 on the 13th in Toronto.
        backup("a", "2026-07-14T03:30:00Z", 7002);
        backup("b", "2026-07-14T10:00:00Z", 5000);
        backup("c", "2026-07-14T11:00:00Z", 7006);
        backup("today", "2026-07-15T11:00:00Z", 7002);
        rows.ended(
                1,
                "h1",
                "acme",
                "restore",
                4002,
                7002,
                at("2026-07-10T10:00:00Z"),
                at("2026-07-10T11:00:00Z"));

        List<String> utc = only(scope(1, "acme")).days();
        List<String> toronto =
                list.page(scope(1, "acme"), DeviceQuery.first(ZoneId.of("America/Toronto")))
                        .items()
                        .get(0)
                        .days();

        assertThat(utc.get(12)).as("yesterday is the 14th").isEqualTo("error");
        assertThat(utc.get(11)).isEqualTo("none");
        assertThat(toronto.get(12)).as("skipped is worse than success").isEqualTo("skipped");
        assertThat(toronto.get(11)).isEqualTo("error");
        assertThat(utc.subList(0, 11)).containsOnly("none");
    }

    @Test
    void theFirstAndTheLastSecondOfTheThirteenDaysCount() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        backup("before", "2026-07-01T23:59:59Z", 7002);
        backup("first", "2026-07-02T00:00:00Z", 5000);
        backup("last", "2026-07-14T23:59:59Z", 7001);

        List<String> days = only(scope(1, "acme")).days();

        assertThat(days.get(0)).isEqualTo("success");
        assertThat(days.get(12)).isEqualTo("warning");
        assertThat(days.subList(1, 12)).containsOnly("none");
    }

    @Test
    void searchLooksAtNameUserSystemAndVersionInAnyCaseAndKnowsNoWildcards() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        rows.device(1, "acme", "h2", "100%_done!");

        assertThat(names(scope(1, "acme"), search("dc0"))).containsExactly("DC01");
        assertThat(names(scope(1, "acme"), search("ACM"))).hasSize(2);
        assertThat(names(scope(1, "acme"), search("server 2022"))).hasSize(2);
        assertThat(names(scope(1, "acme"), search("25.9"))).hasSize(2);
        assertThat(names(scope(1, "acme"), search("%_D"))).containsExactly("100%_done!");
        assertThat(names(scope(1, "acme"), search("e!"))).containsExactly("100%_done!");
        assertThat(names(scope(1, "acme"), search("_C01"))).isEmpty();
        assertThat(names(scope(1, "acme"), search("' OR 1=1 -- "))).isEmpty();
    }

    @Test
    void filtersOrdersAndPagesKeepTheTotal() throws SQLException {
        for (int i = 0; i < 5; i++) {
            rows.device(1, i % 2 == 0 ? "acme" : "beta", "h" + i, "PC" + i);
        }
        rows.update("UPDATE comet_devices SET is_active = 0 WHERE name IN ('PC1', 'PC2')");
        ClientScope scope = scope(1, "acme", "beta");

        DevicePage second =
                list.page(
                        scope, new DeviceQuery(2, 2, DeviceSort.NAME_DOWN, DeviceFilter.ALL, UTC));

        assertThat(second.items()).extracting(DeviceRow::name).containsExactly("PC2", "PC1");
        assertThat(second.total()).isEqualTo(5);
        assertThat(names(scope, online(false))).containsExactly("PC1", "PC2");
        assertThat(names(scope, online(true))).containsExactly("PC0", "PC3", "PC4");
        assertThat(names(scope, new DeviceQuery(1, 3, DeviceSort.USERNAME, DeviceFilter.ALL, UTC)))
                .containsExactly("PC0", "PC2", "PC4");
        assertThat(names(scope, new DeviceQuery(9, 50, DeviceSort.NAME, DeviceFilter.ALL, UTC)))
                .isEmpty();
        assertThat(list.counts(scope)).isEqualTo(new DeviceCounts(5, 3));
    }

    private void backup(String job, String end, int status) throws SQLException {
        rows.ended(1, "h1", "acme", job, 4001, status, at(end) - 600, at(end));
    }

    private DeviceRow only(ClientScope scope) {
        List<DeviceRow> found = list.page(scope, everything()).items();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<String> names(ClientScope scope, DeviceQuery query) {
        return list.page(scope, query).items().stream().map(DeviceRow::name).toList();
    }

    private static DeviceQuery everything() {
        return DeviceQuery.first(UTC);
    }

    private static DeviceQuery search(String text) {
        return new DeviceQuery(
                1, 50, DeviceSort.NAME, DeviceFilter.of(text, Optional.empty()), UTC);
    }

    private static DeviceQuery online(boolean is) {
        return new DeviceQuery(1, 50, DeviceSort.NAME, DeviceFilter.of("", Optional.of(is)), UTC);
    }

    private static long ago(long seconds) {
        return NOW.getEpochSecond() - seconds;
    }

    private static long at(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
