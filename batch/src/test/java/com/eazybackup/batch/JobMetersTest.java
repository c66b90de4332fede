package com.eazybackup.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.operations.MeterSource.Meter;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is measured of the jobs, out of what all nodes have written down. */
class JobMetersTest {

    private static final PortalJob ITEMS = PortalJob.ITEMS_DAILY;
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private JobStandings standings;
    private JobMeters meters;
    private TestDatabase database;
    private int hour;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        standings =
                new JobStandings(
                        new JobRuns(database.source(), clock),
                        new BatchRepository(database.source()),
                        new JobSchedules(TestSettings.with()),
                        clock);
        meters = new JobMeters(standings, clock);
    }

    private double read(JobMeter meter) throws SQLException {
        standings.look();
        return value(meter);
    }

    private double value(JobMeter meter) {
        return meters.meters().stream()
                .filter(one -> one.name().equals(meter.meterName()))
                .filter(one -> one.subject().equals(ITEMS.code()))
                .map(Meter::value)
                .findFirst()
                .orElseThrow()
                .getAsDouble();
    }

    /** One each hour from midnight, each a minute longer than the one before. */
    private void run(Outcome outcome, boolean dry) throws SQLException {
        hour++;
        long began = NOW.minus(Duration.ofHours(12L - hour)).toEpochMilli();
        database.run(
                "INSERT INTO eb_job_runs (job, cause, dry_run, node, began_ms, ended_ms, outcome,"
                        + " sentence) VALUES ('%s', 'requested', %s, 'n', %d, %s, '%s', '')"
                                .formatted(
                                        ITEMS.code(),
                                        dry,
                                        began,
                                        outcome == Outcome.RUNNING
                                                ? "NULL"
                                                : Long.toString(began + hour * 60_000L),
                                        outcome.wire()));
    }

    @Test
    void eachJobHasEachMeter() {
        assertThat(meters.meters()).hasSize(JobMeter.values().length * PortalJob.values().length);
    }

    @Test
    void beforeTheFirstLookNothingIsANumber() throws SQLException {
        for (JobMeter meter : JobMeter.values()) {
            assertThat(value(meter)).isNaN();
        }

        assertThat(read(JobMeter.SUCCESS_AGE)).as("it never ran").isNaN();
        assertThat(read(JobMeter.DURATION)).isNaN();
        assertThat(read(JobMeter.FAILURES)).isZero();
        assertThat(read(JobMeter.RUNNING)).isZero();
    }

    @Test
    void failuresInARowAreCountedUntilOneIsCompleted() throws SQLException {
        run(Outcome.FAILED, false);
        run(Outcome.COMPLETED, false);
        run(Outcome.FAILED, false);
        run(Outcome.STOPPED, false);
        run(Outcome.FAILED, false);
        assertThat(read(JobMeter.FAILURES)).isEqualTo(2);

        run(Outcome.COMPLETED, true);
        assertThat(read(JobMeter.FAILURES)).as("a dry run has repaired nothing").isEqualTo(2);
        run(Outcome.SUSPICIOUS, false);
        assertThat(read(JobMeter.FAILURES)).isZero();
    }

    @Test
    void theAgeIsThatOfTheLastGoodEnd() throws SQLException {
        run(Outcome.FAILED, false);
        assertThat(read(JobMeter.SUCCESS_AGE)).as("since the oldest began").isEqualTo(11 * 3600);

        run(Outcome.COMPLETED, false);
        run(Outcome.FAILED, false);
        assertThat(read(JobMeter.SUCCESS_AGE)).isEqualTo(10 * 3600 - 120);
        assertThat(read(JobMeter.DURATION)).as("of the last one").isEqualTo(180);
    }

    @Test
    void whetherItRunsIsToldOfAllNodes() throws SQLException {
        run(Outcome.RUNNING, false);
        assertThat(read(JobMeter.RUNNING)).isEqualTo(1);
        assertThat(Optional.of(read(JobMeter.DURATION))).contains(Double.NaN);
    }

    @Test
    void theTableOfJobMetricsIsTheOneInTheCode() throws IOException {
        StringBuilder table = new StringBuilder("| metric | kind | tag | meaning |\n");
        table.append("|---|---|---|---|\n");
        for (JobMeter meter : JobMeter.values()) {
            table.append(
                    "| `%s` | %s | `job` | %s |\n"
                            .formatted(meter.meterName(), meter.kind().words(), meter.meaning()));
        }
        assertThat(Files.readString(Path.of("..", "docs", "metrics.md")))
                .as("put this table into docs/metrics.md:\n" + table)
                .contains(table);
    }
}
