package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.fleet.Interruption;
import com.eazybackup.ingest.RunningCounts.Count;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs without an end: those that run, and those whose device has gone. */
class RunningCountsTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private long nanos;
    private final RunningCounts counts =
            new RunningCounts(
                    DATABASE.source(),
                    new Interruption(Duration.ofMinutes(5)),
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    () -> nanos);

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run("DELETE FROM eb_jobs_live");
        DATABASE.run("DELETE FROM comet_devices");
    }

    @Test
    void interruptedOnesAreNotAmongThoseThatRun() throws SQLException {
        device("online", 0);
        device("just-gone", 299);
        device("gone", 300);
        job("obc", "1", "online");
        job("obc", "2", "just-gone");
        job("obc", "3", "gone");
        job("obc", "4", "gone");
        job("obc", "5", "not-known-yet");
        job("cometbackup", "1", "gone");

        assertThat(counts.byProfile())
                .hasSize(2)
                .containsEntry("obc", new Count(3, 2))
                .containsEntry("cometbackup", new Count(0, 1));
        assertThat(counts.byProfile().get("obc").all()).isEqualTo(5);
    }

    @Test
    void aDeviceThatWasRevokedInterruptsNothing() throws SQLException {
        device("gone", 600);
        device("revoked", 600);
        DATABASE.run("UPDATE comet_devices SET revoked_at = NOW() WHERE hash = 'revoked'");
        job("obc", "1", "gone");
        job("obc", "2", "revoked");

        assertThat(counts.byProfile()).containsEntry("obc", new Count(1, 1));
    }

    @Test
    void theDatabaseIsAskedOnceInThreeSeconds() throws SQLException {
        assertThat(counts.byProfile()).isEmpty();

        job("obc", "1", "online");
        assertThat(counts.byProfile()).isEmpty();
        nanos += Duration.ofSeconds(3).toNanos() + 1;
        assertThat(counts.byProfile()).containsEntry("obc", new Count(1, 0));
    }

    /**
     * @param away seconds; 0 for one that is online
     */
    private static void device(String hash, long away) throws SQLException {
        String since =
                away == 0
                        ? "NULL"
                        : "FROM_UNIXTIME(" + NOW.minusSeconds(away).getEpochSecond() + ")";
        DATABASE.run(
                "INSERT INTO comet_devices (id, client_id, username, hash, is_active, offline_since)"
                        + " VALUES (UUID(), 7, UUID(), '%s', %s, %s)"
                                .formatted(hash, away == 0 ? 1 : 0, since));
    }

    private static void job(String server, String id, String device) throws SQLException {
        DATABASE.run(
                "INSERT INTO eb_jobs_live (server_id, job_id, client_id, username, device, job_type,"
                        + " started_at, last_update) VALUES ('%s', '%s', 7, 'u', '%s', '4001', 1, 1)"
                                .formatted(server, id, device));
    }
}
