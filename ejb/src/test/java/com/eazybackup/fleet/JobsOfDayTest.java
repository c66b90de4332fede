package com.eazybackup.fleet;

import static com.eazybackup.fleet.FleetRows.key;
import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.JobState;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is behind each dot of a device's row. */
class JobsOfDayTest {

    /** In Toronto it is 23:30 of the 8th, and on the 1st the clocks went back. */
    private static final Instant NOW = Instant.parse("2026-11-09T04:30:00Z");

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final FleetRows rows = new FleetRows(DATABASE);
    private final MovedClock clock = new MovedClock(NOW);
    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final JobsOfDay jobs = new JobsOfDay(counted.source(), clock);

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run(
                "DELETE FROM comet_devices",
                "DELETE FROM comet_jobs",
                "DELETE FROM comet_items",
                "DELETE FROM eb_jobs_live",
                "DELETE FROM eb_jobs_recent_24h",
                "DELETE FROM eb_device_standing");
        rows.device(1, "acme", "h1", "DC01");
        rows.item(1, "Files");
    }

    @Test
    void aBackupIsToldInFull() throws SQLException {
        ended("j1", 7001, "2026-11-07T10:00:00Z");

        long end = Instant.parse("2026-11-07T10:00:00Z").getEpochSecond();
        assertThat(of("2026-11-07", ZoneOffset.UTC))
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
                                "warning",
                                "warning",
                                7001,
                                "Files",
                                end - 60,
                                end,
                                1000,
                                4000,
                                0,
                                0,
                                null,
                                null));
    }

    @Test
    void aDayBeginsAndEndsAtTheMidnightsOfTheReader() throws SQLException {
        ended("before", 5000, "2026-11-01T03:59:59Z");
        ended("first", 5000, "2026-11-01T04:00:00Z");
        ended("last", 5000, "2026-11-02T04:59:59Z");
        ended("after", 5000, "2026-11-02T05:00:00Z");

        assertThat(of("2026-11-01", TORONTO))
                .as("a day of 25 hours, the latest first")
                .extracting(FleetJob::jobId)
                .containsExactly("last", "first");
        assertThat(of("2026-11-01", ZoneOffset.UTC))
                .extracting(FleetJob::jobId)
                .containsExactly("first", "before");
    }

    @Test
    void onlyBackupsThatEnded() throws SQLException {
        ended("good", 5000, "2026-11-07T10:00:00Z");
        long end = Instant.parse("2026-11-07T11:00:00Z").getEpochSecond();
        rows.cometJob(1, "h1", "acme", "restore", 4002, 5000, end - 60, end);
        rows.cometJob(1, "h1", "acme", "running", 4001, 6001, end, 0);

        assertThat(of("2026-11-07", ZoneOffset.UTC))
                .extracting(FleetJob::jobId)
                .containsExactly("good");
    }

    @Test
    void eachDotIsTheWorstOfTheBackupsThatItsDayTells() throws SQLException {
        int[] codes = {5000, 7001, 7002, 7004, 7000, 7005, 7006, 5000, 9123};
        Instant end = NOW.minusSeconds(13L * 86_400);
        for (int i = 0; end.isBefore(NOW); i++) {
            ended("j" + i, codes[i % codes.length], end.toString());
            end = end.plusSeconds(i % 5 == 0 ? 40 * 3_600 : 5 * 3_600);
        }

        List<String> dots = dots(TORONTO);

        LocalDate today = jobs.today(TORONTO);
        for (int i = 0; i < dots.size(); i++) {
            String day = today.minusDays(dots.size() - i).toString();
            List<JobState> states =
                    of(day, TORONTO).stream().map(job -> JobState.ofWire(job.state())).toList();
            assertThat(states.stream().min(JobState.worstOfDayFirst()).map(JobState::wire))
                    .as(day)
                    .isEqualTo(Optional.of(dots.get(i)).filter(dot -> !dot.equals("none")));
        }
        assertThat(of(today.toString(), TORONTO)).as("today has a day, too").isNotEmpty();
    }

    private List<String> dots(ZoneId zone) {
        DeviceQuery query = new DeviceQuery(1, 10, DeviceSort.NAME, DeviceFilter.ALL, zone);
        return FleetRows.list(DATABASE.source(), clock)
                .page(scope(1, "acme"), query)
                .items()
                .get(0)
                .days();
    }

    @Test
    void fourteenDaysAreReachedTodayIncluded() {
        assertThat(jobs.today(TORONTO)).isEqualTo("2026-11-08");
        assertThat(jobs.reaches(LocalDate.parse("2026-11-08"), TORONTO)).isTrue();
        assertThat(jobs.reaches(LocalDate.parse("2026-11-09"), TORONTO)).isFalse();
        assertThat(jobs.reaches(LocalDate.parse("2026-11-09"), ZoneOffset.UTC)).isTrue();
        assertThat(jobs.reaches(LocalDate.parse("2026-10-26"), TORONTO)).isTrue();
        assertThat(jobs.reaches(LocalDate.parse("2026-10-25"), TORONTO)).isFalse();
        assertThat(jobs.reaches(LocalDate.MAX, TORONTO)).isFalse();
        assertThat(jobs.reaches(LocalDate.MIN, TORONTO)).isFalse();
    }

    @Test
    @Tag("fault-23")
    void anotherClientsDeviceIsAsUnknownAsOneThatIsNotThere() throws SQLException {
        ended("j1", 5000, "2026-11-07T10:00:00Z");
        LocalDate day = LocalDate.parse("2026-11-07");
        String theirs = key(1, "h1");

        assertThat(jobs.of(scope(2, "acme"), theirs, day, TORONTO)).isEmpty();
        assertThat(jobs.of(scope(1, "other"), theirs, day, TORONTO)).isEmpty();
        assertThat(jobs.of(scope(1), theirs, day, TORONTO)).isEmpty();
        assertThat(jobs.of(scope(1, "acme"), "no-such-device", day, TORONTO)).isEmpty();
        rows.update("UPDATE comet_jobs SET username = 'ACME'");
        assertThat(of("2026-11-07", TORONTO)).as("of another account").isEmpty();
        rows.update("UPDATE comet_devices SET revoked_at = NOW()");
        assertThat(jobs.of(scope(1, "acme"), theirs, day, TORONTO)).isEmpty();
    }

    @Test
    void itTakesTwoQueriesAndOneForADeviceOfNobody() throws SQLException {
        assertThat(counted.during(() -> of("2026-11-07", TORONTO))).isEqualTo(2);
        assertThat(
                        counted.during(
                                () ->
                                        jobs.of(
                                                scope(2, "acme"),
                                                key(1, "h1"),
                                                LocalDate.parse("2026-11-07"),
                                                TORONTO)))
                .isEqualTo(1);
    }

    private List<FleetJob> of(String day, ZoneId zone) {
        return jobs.of(scope(1, "acme"), key(1, "h1"), LocalDate.parse(day), zone).orElseThrow();
    }

    private void ended(String job, int status, String at) throws SQLException {
        long end = Instant.parse(at).getEpochSecond();
        rows.cometJob(1, "h1", "acme", job, 4001, status, end - 60, end);
    }
}
