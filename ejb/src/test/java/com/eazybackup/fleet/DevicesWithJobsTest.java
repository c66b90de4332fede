package com.eazybackup.fleet;

import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of those devices that a summary of the day has counted a job of. */
class DevicesWithJobsTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final FleetRows rows = new FleetRows(DATABASE);
    private final DeviceList list = FleetRows.list(DATABASE.source(), new MovedClock(NOW));

    @BeforeEach
    void aFleet() throws SQLException {
        DATABASE.run(
                "DELETE FROM comet_devices",
                "DELETE FROM comet_jobs",
                "DELETE FROM eb_jobs_live",
                "DELETE FROM eb_jobs_recent_24h");
        for (String name : List.of("A", "B", "C", "D")) {
            rows.device(1, "acme", name, name);
        }
        rows.device(2, "acme", "A", "Theirs");
    }

    @Test
    void aDeviceIsThereForEachWayInWhichItsJobsEnded() throws SQLException {
        ended("A", "1", 7002, 3600);
        ended("A", "2", 5000, 60);
        ended("B", "3", 7000, 60);
        ended("C", "4", 7006, 60);
        ended("D", "5", 7002, 24 * 3600 + 1);

        assertThat(names(JobBucket.ERROR)).containsExactly("A", "B");
        assertThat(names(JobBucket.SUCCESS)).containsExactly("A");
        assertThat(names(JobBucket.WARNING)).isEmpty();
        assertThat(names(JobBucket.MISSED)).isEmpty();
    }

    @Test
    void whatRunsOnADeviceThatIsLongAwayIsInterrupted() throws SQLException {
        rows.running(1, "A", "acme", "1", 4001, ago(60));
        rows.running(1, "B", "acme", "2", 4001, ago(60));
        rows.running(1, "C", "acme", "3", 4001, ago(60));
        away("B", ago(300));
        rows.update("UPDATE comet_devices SET is_active = 0 WHERE hash = 'C'");

        assertThat(names(JobBucket.RUNNING)).containsExactly("A", "C");
        assertThat(names(JobBucket.INTERRUPTED)).containsExactly("B");
    }

    @Test
    void anotherClientsJobOfTheSameMachineIsNone() throws SQLException {
        rows.ended(2, "A", "acme", "1", 4001, 7002, ago(120), ago(60));
        rows.running(2, "A", "acme", "2", 4001, ago(60));

        assertThat(names(JobBucket.ERROR)).isEmpty();
        assertThat(names(JobBucket.RUNNING)).isEmpty();
    }

    private List<String> names(JobBucket had) {
        DevicePage page =
                list.page(
                        scope(1, "acme"),
                        new DeviceQuery(
                                1, 50, DeviceSort.NAME, DeviceFilter.had(had), ZoneOffset.UTC));
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream().map(DeviceRow::name).toList();
    }

    private void ended(String hash, String job, int status, long secondsAgo) throws SQLException {
        rows.ended(1, hash, "acme", job, 4001, status, ago(secondsAgo + 60), ago(secondsAgo));
    }

    private void away(String hash, long since) throws SQLException {
        rows.update(
                "UPDATE comet_devices SET is_active = 0, offline_since = FROM_UNIXTIME(?)"
                        + " WHERE hash = ? AND client_id = 1",
                since,
                hash);
    }

    private static long ago(long seconds) {
        return NOW.getEpochSecond() - seconds;
    }
}
