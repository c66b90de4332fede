package com.eazybackup.fleet;

import static com.eazybackup.fleet.FleetRows.key;
import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JobsNowTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final FleetRows rows = new FleetRows(DATABASE);
    private final JobsNow jobs =
            new JobsNow(DATABASE.source(), new MovedClock(NOW), FleetRows.FIVE_MINUTES);

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
    void aRunningJobIsToldInFull() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        rows.item(1, "Files");
        rows.running(1, "h1", "acme", "j1", 4001, ago(60));

        assertThat(jobs.running(scope(1, "acme"), 10))
                .containsExactly(
                        new FleetJob(
                                "cometbackup:j1",
                                "j1",
                                "cometbackup",
                                "acme",
                                "h1",
                                key(1, "h1"),
                                "DC01",
                                4001,
                                "Running",
                                "running",
                                6001,
                                "Files",
                                ago(60),
                                0,
                                500,
                                4000,
                                7,
                                9,
                                null,
                                null));
    }

    @Test
    void aRunningJobIsInterruptedWhenItsDeviceHasBeenOfflineForFiveMinutes() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        rows.running(1, "h1", "acme", "j1", 4001, ago(3_600));
        offline("h1", 299);
        FleetJob justGone = jobs.running(scope(1, "acme"), 10).get(0);
        assertThat(justGone.status()).isEqualTo("Running");
        assertThat(justGone.state()).isEqualTo("running");
        assertThat(justGone.statusReason()).isNull();
        assertThat(justGone.offlineSince()).isEqualTo(NOW.minusSeconds(299).toString());

        offline("h1", 300);
        FleetJob interrupted = jobs.running(scope(1, "acme"), 10).get(0);
        assertThat(interrupted.status()).isEqualTo("Interrupted");
        assertThat(interrupted.state()).isEqualTo("interrupted");
        assertThat(interrupted.statusReason()).isEqualTo("device_offline");
        assertThat(interrupted.offlineSince()).isEqualTo("2026-07-15T11:55:00Z");
        assertThat(interrupted.statusCode()).as("Comet's own word stays").isEqualTo(6001);

        rows.update("UPDATE comet_devices SET is_active = 1, offline_since = NULL");
        assertThat(jobs.running(scope(1, "acme"), 10).get(0).status()).isEqualTo("Running");
        rows.update("UPDATE comet_devices SET is_active = 0");
        assertThat(jobs.running(scope(1, "acme"), 10).get(0).status())
                .as("nobody knows since when")
                .isEqualTo("Running");
    }

    private void offline(String hash, long seconds) throws SQLException {
        rows.update(
                "UPDATE comet_devices SET is_active = 0, offline_since = FROM_UNIXTIME(?)"
                        + " WHERE hash = ?",
                ago(seconds),
                hash);
    }

    @Test
    void anEndedJobShowsItsOwnCodeAndIsStoredAsItsGroup() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        rows.ended(1, "h1", "acme", "j1", 4001, 7005, ago(600), ago(60));

        FleetJob job = jobs.endedInLastDay(scope(1, "acme"), 10).get(0);

        assertThat(job.status()).isEqualTo("error");
        assertThat(job.state()).isEqualTo("cancelled");
        assertThat(job.statusCode()).isEqualTo(7005);
        assertThat(job.startedAt()).isEqualTo(ago(600));
        assertThat(job.endedAt()).isEqualTo(ago(60));
        assertThat(job.bytesDone()).isEqualTo(1000);
    }

    @Test
    void anEndedJobWithoutItsCometRowIsToldFromWhatThereIs() throws SQLException {
        rows.ended(1, "h1", "acme", "j1", 4001, 7004, ago(600), ago(60));
        DATABASE.run("DELETE FROM comet_jobs");

        FleetJob job = jobs.endedInLastDay(scope(1, "acme"), 10).get(0);

        assertThat(job.state()).isEqualTo("missed");
        assertThat(job.startedAt()).isEqualTo(ago(600));
        assertThat(job.deviceName()).isEmpty();
    }

    @Test
    @Tag("fault-23")
    void onlyTheClientsOwnJobsOfActiveNamesExactly() throws SQLException {
        rows.running(1, "h1", "acme", "mine", 4001, ago(60));
        rows.running(1, "h1", "ACME", "otherCase", 4001, ago(60));
        rows.running(2, "h1", "acme", "theirs", 4001, ago(60));
        rows.ended(2, "h1", "acme", "theirsEnded", 4001, 5000, ago(60), ago(30));

        assertThat(jobs.running(scope(1, "acme"), 10))
                .extracting(FleetJob::jobId)
                .containsExactly("mine");
        assertThat(jobs.endedInLastDay(scope(1, "acme"), 10)).isEmpty();
        assertThat(jobs.running(scope(1), 10)).isEmpty();
    }

    @Test
    void aJobOfARevokedDeviceIsLeftOutAndOneWhoseDeviceIsNotWrittenYetIsNot() throws SQLException {
        rows.device(1, "acme", "revoked", "Old");
        rows.update("UPDATE comet_devices SET revoked_at = NOW()");
        rows.running(1, "revoked", "acme", "a", 4001, ago(60));
        rows.running(1, "unknown", "acme", "b", 4001, ago(60));

        assertThat(jobs.running(scope(1, "acme"), 10))
                .extracting(FleetJob::jobId)
                .containsExactly("b");
    }

    @Test
    void endedMoreThanADayAgoIsNoLongerTold() throws SQLException {
        rows.ended(1, "h1", "acme", "j1", 4001, 5000, ago(90_000), ago(86_401));
        rows.ended(1, "h1", "acme", "j2", 4001, 5000, ago(90_000), ago(86_400));

        assertThat(jobs.endedInLastDay(scope(1, "acme"), 10))
                .extracting(FleetJob::jobId)
                .containsExactly("j2");
    }

    @Test
    void theLimitKeepsTheLatest() throws SQLException {
        for (int i = 1; i <= 5; i++) {
            rows.running(1, "h1", "acme", "j" + i, 4001, ago(60L * i));
        }

        assertThat(jobs.running(scope(1, "acme"), 2))
                .extracting(FleetJob::jobId)
                .containsExactly("j1", "j2");
    }

    @Test
    void ofTheEndedTheLastAreTold() throws SQLException {
        for (int i = 1; i <= 5; i++) {
            rows.ended(1, "h1", "acme", "j" + i, 4001, 5000, ago(90L * i), ago(60L * i));
        }

        assertThat(jobs.endedInLastDay(scope(1, "acme"), 2))
                .extracting(FleetJob::jobId)
                .containsExactly("j1", "j2");
    }

    private static long ago(long seconds) {
        return NOW.getEpochSecond() - seconds;
    }
}
