package com.eazybackup.fleet;

import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestSettings;
import com.eazybackup.usage.JobCounts;
import com.eazybackup.usage.UsageMetrics;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is behind each number of the usage card. */
class JobsOfBucketTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final FleetRows rows = new FleetRows(DATABASE);
    private final MovedClock clock = new MovedClock(NOW);
    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final JobsOfBucket jobs =
            new JobsOfBucket(counted.source(), clock, FleetRows.FIVE_MINUTES);

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run(
                "DELETE FROM comet_devices",
                "DELETE FROM comet_jobs",
                "DELETE FROM comet_items",
                "DELETE FROM eb_jobs_live",
                "DELETE FROM eb_jobs_recent_24h");
    }

    /** Everything that the card tells apart, and all that it leaves out. */
    private void aDay() throws SQLException {
        rows.device(1, "acme", "h1", "DC01");
        rows.device(1, "acme", "away", "Away");
        rows.device(1, "acme", "gone", "Gone");
        rows.update("UPDATE comet_devices SET revoked_at = NOW() WHERE hash = 'gone'");
        rows.update(
                "UPDATE comet_devices SET is_active = 0, offline_since = FROM_UNIXTIME(?)"
                        + " WHERE hash = 'away'",
                ago(300));
        ended("good", "h1", 5000, 10);
        ended("good-unwritten-device", "new", 5000, 20);
        ended("day-old", "h1", 5000, 86_400);
        ended("older", "h1", 5000, 86_401);
        ended("of-revoked", "gone", 5000, 10);
        ended("bad", "h1", 7002, 30);
        ended("timeout", "h1", 7000, 20);
        ended("cancelled", "h1", 7005, 40);
        ended("skipped", "h1", 7006, 10);
        ended("unrecorded", "h1", 7002, 5);
        rows.update("DELETE FROM comet_jobs WHERE id = 'unrecorded'");
        ended("warned", "h1", 7001, 10);
        ended("missed", "h1", 7004, 10);
        ended("revived", "h1", 7002, 10);
        rows.update("DELETE FROM comet_jobs WHERE id = 'revived'");
        rows.running(1, "h1", "acme", "revived", 4001, ago(70));
        rows.running(1, "h1", "acme", "runs", 4001, ago(60));
        rows.running(1, "new", "acme", "runs-on-unwritten-device", 4001, ago(200_000));
        rows.running(1, "gone", "acme", "runs-on-revoked", 4001, ago(60));
        rows.running(1, "away", "acme", "interrupted", 4001, ago(600));
        rows.ended(1, "h1", "ACME", "other-case", 4001, 5000, ago(60), ago(10));
        rows.ended(2, "h1", "acme", "theirs", 4001, 5000, ago(60), ago(10));
        rows.running(2, "h1", "acme", "they-run", 4001, ago(60));
    }

    @ParameterizedTest
    @EnumSource(JobBucket.class)
    @Tag("fault-23")
    void thePagesOfABucketHoldAsManyJobsAsTheCardCounts(JobBucket bucket) throws SQLException {
        aDay();

        Page<FleetJob> page = page(bucket, 1, 50);

        assertThat(page.total()).isEqualTo(onCard(bucket)).isPositive();
        assertThat(page.items()).hasSize((int) page.total());
        assertThat(page.items())
                .allSatisfy(
                        job ->
                                assertThat(job.status().toLowerCase(Locale.ROOT))
                                        .isEqualTo(bucket.wire()));
    }

    @Test
    void theLatestEndedComesFirst() throws SQLException {
        aDay();

        assertThat(page(JobBucket.ERROR, 1, 50).items())
                .extracting(FleetJob::jobId)
                .containsExactly("unrecorded", "timeout", "bad", "cancelled");
        assertThat(page(JobBucket.SUCCESS, 1, 50).items())
                .extracting(FleetJob::jobId)
                .containsExactly("good", "good-unwritten-device", "day-old");
    }

    @Test
    void ofThoseThatRunTheLatestStartedComesFirst() throws SQLException {
        aDay();

        assertThat(page(JobBucket.RUNNING, 1, 50).items())
                .extracting(FleetJob::jobId)
                .containsExactly("runs", "revived", "runs-on-unwritten-device");
        FleetJob interrupted = page(JobBucket.INTERRUPTED, 1, 50).items().get(0);
        assertThat(interrupted.jobId()).isEqualTo("interrupted");
        assertThat(interrupted.statusReason()).isEqualTo("device_offline");
        assertThat(interrupted.state()).isEqualTo("interrupted");
    }

    @Test
    void pagesFollowOneAnotherAndOneBehindTheLastHasNoItems() throws SQLException {
        aDay();

        assertThat(page(JobBucket.ERROR, 1, 3).items()).hasSize(3);
        Page<FleetJob> second = page(JobBucket.ERROR, 2, 3);
        assertThat(second.items()).extracting(FleetJob::jobId).containsExactly("cancelled");
        assertThat(second.total()).isEqualTo(4);
        Page<FleetJob> third = page(JobBucket.ERROR, 3, 3);
        assertThat(third.items()).isEmpty();
        assertThat(third.total()).isEqualTo(4);
    }

    @Test
    void aPageTakesTwoQueriesAnEmptyOneOneAndNobodyNone() throws SQLException {
        aDay();

        assertThat(counted.during(() -> page(JobBucket.ERROR, 1, 50))).isEqualTo(2);
        assertThat(counted.during(() -> page(JobBucket.ERROR, 9, 50))).isEqualTo(1);
        assertThat(counted.during(() -> jobs.page(scope(1), JobBucket.ERROR, 1, 50))).isZero();
    }

    private Page<FleetJob> page(JobBucket bucket, int page, int size) {
        return jobs.page(scope(1, "acme"), bucket, page, size);
    }

    private long onCard(JobBucket bucket) {
        JobCounts counts =
                new UsageMetrics(
                                DATABASE.source(),
                                FleetRows.fleets(DATABASE.source(), clock),
                                FleetRows.FIVE_MINUTES,
                                clock,
                                TestSettings.with("EB_TIME_ZONE", "UTC"))
                        .of(scope(1, "acme"))
                        .status24h();
        return Map.of(
                        JobBucket.SUCCESS, counts.success(),
                        JobBucket.ERROR, counts.error(),
                        JobBucket.WARNING, counts.warning(),
                        JobBucket.MISSED, counts.missed(),
                        JobBucket.RUNNING, counts.running(),
                        JobBucket.INTERRUPTED, counts.interrupted())
                .get(bucket);
    }

    private void ended(String job, String hash, int status, long before) throws SQLException {
        rows.ended(1, hash, "acme", job, 4001, status, ago(before + 60), ago(before));
    }

    private static long ago(long seconds) {
        return NOW.getEpochSecond() - seconds;
    }
}
