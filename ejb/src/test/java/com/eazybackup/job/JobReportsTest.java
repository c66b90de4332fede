package com.eazybackup.job;

import static com.eazybackup.fleet.FleetRows.key;
import static com.eazybackup.fleet.FleetRows.scope;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.JobState;
import com.eazybackup.fleet.FleetJob;
import com.eazybackup.fleet.FleetRows;
import com.eazybackup.fleet.JobsNow;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JobReportsTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String ID = "cometbackup:j1";

    private final FleetRows rows = new FleetRows(DATABASE);
    private final MovedClock clock = new MovedClock(NOW);
    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final JobReports reports =
            new JobReports(counted.source(), clock, FleetRows.FIVE_MINUTES);

    @BeforeEach
    void aDeviceWithAnItemAndAVault() throws SQLException {
        DATABASE.run(
                "DELETE FROM comet_devices",
                "DELETE FROM comet_jobs",
                "DELETE FROM comet_items",
                "DELETE FROM comet_vaults",
                "DELETE FROM eb_jobs_live",
                "DELETE FROM eb_jobs_recent_24h");
        rows.device(1, "acme", "h1", "DC01");
        rows.item(1, "Files");
        rows.update(
                "INSERT INTO comet_vaults (id, client_id, username, name, type)"
                        + " VALUES ('v', 1, 'acme', 'Vault of Montreal', 1003)");
    }

    @Test
    void anEndedJobIsToldInFull() throws SQLException {
        rows.ended(1, "h1", "acme", "j1", 4001, 7001, ago(600), ago(60));
        rows.update(
                "UPDATE comet_jobs SET total_files = 12, total_directories = 3,"
                        + " download_bytes = 55, comet_snapshot_id = 'abc',"
                        + " content = '{\"ClientVersion\":\"25.9.8\"}'");

        assertThat(report())
                .isEqualTo(
                        new JobReport(
                                ID,
                                "j1",
                                "cometbackup",
                                "acme",
                                key(1, "h1"),
                                "DC01",
                                "25.9.8",
                                4001,
                                "warning",
                                JobState.WARNING,
                                7001,
                                "Files",
                                "engine1/file",
                                "files",
                                "v",
                                "Vault of Montreal",
                                ago(600),
                                ago(60),
                                4000L,
                                12L,
                                3L,
                                1000L,
                                55L,
                                1000,
                                4000,
                                0,
                                0,
                                "abc",
                                null,
                                null));
    }

    @Test
    void aJobThatIsOlderThanADayIsToldTheSame() throws SQLException {
        rows.ended(1, "h1", "acme", "j1", 4001, 7005, ago(600), ago(60));
        JobReport young = report();

        DATABASE.run("DELETE FROM eb_jobs_recent_24h");

        assertThat(report()).isEqualTo(young);
        assertThat(young.state()).isEqualTo(JobState.CANCELLED);
        assertThat(young.status()).isEqualTo("error");
    }

    @Test
    void whatALiveViewAndAReportHaveInCommonIsTheSame() throws SQLException {
        rows.running(1, "h1", "acme", "j1", 4001, ago(3_600));
        sameAsLive();
        rows.update(
                "UPDATE comet_devices SET is_active = 0, offline_since = FROM_UNIXTIME(?)",
                ago(299));
        sameAsLive();
        assertThat(report().state()).isEqualTo(JobState.RUNNING);
        rows.update("UPDATE comet_devices SET offline_since = FROM_UNIXTIME(?)", ago(300));
        sameAsLive();
        assertThat(report().state()).isEqualTo(JobState.INTERRUPTED);
        assertThat(report().statusReason()).isEqualTo("device_offline");
        assertThat(report().offlineSince()).isEqualTo("2026-07-15T11:55:00Z");

        DATABASE.run("DELETE FROM comet_jobs");
        sameAsLive();
        assertThat(report().size()).as("nobody knows yet").isNull();
        assertThat(report().vaultId()).isEmpty();
    }

    private void sameAsLive() {
        FleetJob live =
                new JobsNow(DATABASE.source(), clock, FleetRows.FIVE_MINUTES)
                        .running(scope(1, "acme"), 1)
                        .get(0);
        assertThat(common(report())).isEqualTo(live);
    }

    @Test
    void aJobThatEndedAndHasNoRowOfItsOwnYetIsToldFromWhatThereIs() throws SQLException {
        rows.ended(1, "h1", "acme", "j1", 4001, 7004, ago(600), ago(60));
        DATABASE.run("DELETE FROM comet_jobs");

        FleetJob recent =
                new JobsNow(DATABASE.source(), clock, FleetRows.FIVE_MINUTES)
                        .endedInLastDay(scope(1, "acme"), 1)
                        .get(0);

        assertThat(common(report())).isEqualTo(recent);
        assertThat(report().state()).isEqualTo(JobState.MISSED);
        assertThat(report().startedAt()).isEqualTo(ago(600));
    }

    @Test
    void aJobThatBothTablesKnowRuns() throws SQLException {
        rows.ended(1, "h1", "acme", "j1", 4001, 7007, ago(600), ago(60));
        DATABASE.run("DELETE FROM comet_jobs");
        rows.running(1, "h1", "acme", "j1", 4001, ago(600));

        assertThat(report().state()).isEqualTo(JobState.RUNNING);
        assertThat(report().endedAt()).isZero();
    }

    @Test
    void anUnknownCodeStaysANumber() throws SQLException {
        rows.cometJob(1, "h1", "acme", "j1", 4001, 9123, ago(600), ago(60));

        assertThat(report().state()).isEqualTo(JobState.UNKNOWN);
        assertThat(report().statusCode()).isEqualTo(9123);
    }

    @Test
    @Tag("fault-23")
    void anotherClientsJobIsAsUnknownAsOneThatIsNotThere() throws SQLException {
        for (String job : new String[] {"recent", "runs", "old"}) {
            if (job.equals("runs")) {
                rows.running(1, "h1", "acme", job, 4001, ago(60));
            } else {
                rows.ended(1, "h1", "acme", job, 4001, 5000, ago(600), ago(60));
            }
        }
        rows.update("DELETE FROM eb_jobs_recent_24h WHERE job_id = 'old'");
        for (String job : new String[] {"recent", "runs", "old"}) {
            String id = "cometbackup:" + job;
            assertThat(reports.of(scope(1, "acme"), id)).as(job).isPresent();
            assertThat(reports.of(scope(2, "acme"), id)).as(job).isEmpty();
            assertThat(reports.of(scope(1, "ACME"), id)).as(job).isEmpty();
            assertThat(reports.of(scope(1), id)).as(job).isEmpty();
            assertThat(reports.of(scope(1, "acme"), "elsewhere:" + job)).as(job).isEmpty();
            assertThat(reports.of(scope(1, "acme"), "cometbackup:" + job.toUpperCase(ROOT)))
                    .as(job)
                    .isEmpty();
        }
        for (String id :
                new String[] {"", ":", "recent", "cometbackup:", "cometbackup", "' OR 1"}) {
            assertThat(reports.of(scope(1, "acme"), id)).as(id).isEmpty();
        }
    }

    @Test
    void aJobOfARevokedDeviceIsLeftOutAndOneWhoseDeviceIsNotWrittenYetIsNot() throws SQLException {
        rows.ended(1, "new", "acme", "j1", 4001, 5000, ago(600), ago(60));
        assertThat(report().deviceName()).isEmpty();
        assertThat(report().deviceId()).isEqualTo(key(1, "new"));

        rows.device(1, "acme", "new", "NEW");
        rows.update("UPDATE comet_devices SET revoked_at = NOW()");

        assertThat(reports.of(scope(1, "acme"), ID)).isEmpty();
    }

    @Test
    void itTakesTwoQueriesAndOneForAJobOfNobody() throws SQLException {
        rows.ended(1, "h1", "acme", "j1", 4001, 5000, ago(600), ago(60));

        assertThat(counted.during(this::report)).isEqualTo(2);
        assertThat(counted.during(() -> reports.of(scope(2, "acme"), ID))).isEqualTo(1);
        assertThat(counted.during(() -> reports.of(scope(1), ID))).isZero();
    }

    private JobReport report() {
        return reports.of(scope(1, "acme"), ID).orElseThrow();
    }

    private static FleetJob common(JobReport job) {
        return new FleetJob(
                job.id(),
                job.jobId(),
                job.serverId(),
                job.username(),
                "h1",
                job.deviceId(),
                job.deviceName(),
                job.classification(),
                job.status(),
                job.state().wire(),
                job.statusCode(),
                job.itemName(),
                job.startedAt(),
                job.endedAt(),
                job.bytesDone(),
                job.totalBytes(),
                job.itemsDone(),
                job.itemsTotal(),
                job.statusReason(),
                job.offlineSince());
    }

    private static long ago(long seconds) {
        return NOW.getEpochSecond() - seconds;
    }
}
