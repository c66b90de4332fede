package com.eazybackup.fleet;

import static com.eazybackup.fleet.FleetRows.key;
import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.Until;
import com.eazybackup.whmcs.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a fleet is what the tables say, as soon as the feed has told of it. */
class KnownFleetsTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final long SECONDS = NOW.getEpochSecond();
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final FleetRows rows = new FleetRows(DATABASE);
    private final MovedClock clock = new MovedClock(NOW);
    private final ChangeLog feed = new ChangeLog(DATABASE.source(), clock);
    private final KnownFleets fleets = FleetRows.fleets(DATABASE.source(), clock);

    @BeforeEach
    void oneClientWithOneDevice() throws SQLException {
        DATABASE.run(
                "DELETE FROM comet_devices",
                "DELETE FROM comet_jobs",
                "DELETE FROM eb_jobs_live",
                "DELETE FROM eb_jobs_recent_24h",
                "DELETE FROM eb_device_standing",
                "DELETE FROM eb_incident_ack",
                "DELETE FROM eb_changes");
        rows.device(1, "acme", "h1", "Anna");
    }

    @Test
    void aBackupThatFailsIsCountedAtOnce() throws SQLException {
        assertThat(summary().needing()).isEqualTo(1);
        assertThat(summary().counts()).containsEntry(DeviceState.NEVER, 1L);

        ended("h1", 7002);
        tell(1, "job:end", "h1");

        assertThat(summary().counts())
                .containsEntry(DeviceState.ERROR, 1L)
                .containsEntry(DeviceState.NEVER, 0L);
    }

    @Test
    void aBackupThatBeginsAndItsDeviceThatGoesAwayAreCountedAtOnce() throws SQLException {
        summary();
        rows.running(1, "h1", "acme", "run", 4001, SECONDS - 60);
        tell(1, "job:start", "h1");
        assertThat(summary().counts()).containsEntry(DeviceState.RUNNING, 1L);

        rows.update(
                "UPDATE comet_devices SET is_active = 0, offline_since = FROM_UNIXTIME(?)",
                SECONDS);
        tellOfDevice(1, "device:offline", "h1");
        assertThat(summary().counts()).containsEntry(DeviceState.RUNNING, 1L);
        assertThat(fleet().counts().online()).isZero();

        clock.forward(FleetRows.FIVE_MINUTES.grace());
        assertThat(summary().counts()).containsEntry(DeviceState.INTERRUPTED, 1L);
    }

    @Test
    void devicesThatComeGoAndAreRenamedAreFoundInTheirPlace() throws SQLException {
        assertThat(names()).containsExactly("Anna");
        rows.device(1, "acme", "h2", "Émile");
        rows.device(1, "acme", "h3", "Aaron");
        tellOfDevice(1, "device:new", "h2");
        tellOfDevice(1, "device:new", "h3");
        assertThat(names()).containsExactly("Aaron", "Anna", "Émile");
        assertThat(names("emi")).containsExactly("Émile");

        rows.update("UPDATE comet_devices SET name = 'Zoe' WHERE hash = 'h3'");
        rows.update("UPDATE comet_devices SET revoked_at = NOW() WHERE hash = 'h1'");
        tellOfDevice(1, "device:updated", "h3");
        tellOfDevice(1, "device:removed", "h1");
        assertThat(names()).containsExactly("Émile", "Zoe");
    }

    @Test
    void aSnoozeHoldsAtOnceUntilItsTimeIsOverOrItIsTakenBack() throws SQLException {
        ended("h1", 7002);
        assertThat(summary().needing()).isEqualTo(1);

        rows.update(
                "INSERT INTO eb_incident_ack (client_id, job_id, until_ts) VALUES (1,'e-h1',?)",
                SECONDS + 60);
        assertThat(summary().needing()).isZero();
        assertThat(summary().snoozed()).isEqualTo(1);

        clock.forward(Duration.ofSeconds(60));
        assertThat(summary().needing()).isEqualTo(1);

        rows.update("UPDATE eb_incident_ack SET until_ts = ?", SECONDS + 600);
        assertThat(summary().needing()).isZero();
        rows.update("DELETE FROM eb_incident_ack WHERE client_id = ?", 1);
        assertThat(summary().needing()).isEqualTo(1);
    }

    @Test
    void whatNoLineTellsIsKnownAfterFiveMinutes() throws SQLException {
        ended("h1", 5000);
        assertThat(summary().needing()).isZero();
        rows.update("UPDATE eb_device_standing SET status = ?", 7002);
        assertThat(summary().needing()).isZero();

        clock.forward(KnownFleet.KEPT.plusSeconds(1));

        assertThat(summary().needing()).isEqualTo(1);
    }

    @Test
    void jobsOfTheDayAreCountedAtOnceAndForADay() throws SQLException {
        rows.ended(1, "h1", "acme", "j1", 4001, 5000, SECONDS - 900, SECONDS - 600);
        assertThat(day().ended()).containsOnly(entry(JobBucket.SUCCESS, 1L));

        rows.ended(1, "h1", "acme", "j2", 4001, 7002, SECONDS - 300, SECONDS - 60);
        rows.ended(1, "new", "acme", "j3", 4001, 7001, SECONDS - 300, SECONDS - 60);
        tell(1, "job:end", "h1");
        tell(1, "job:end", "new");
        assertThat(day().ended())
                .containsOnly(
                        entry(JobBucket.SUCCESS, 1L),
                        entry(JobBucket.ERROR, 1L),
                        entry(JobBucket.WARNING, 1L));

        rows.update("UPDATE comet_devices SET revoked_at = NOW() WHERE hash = 'h1'");
        tellOfDevice(1, "device:removed", "h1");
        assertThat(day().ended()).containsOnly(entry(JobBucket.WARNING, 1L));

        // Within the five minutes for which nothing is read again by itself.
        rows.update("UPDATE eb_jobs_recent_24h SET ended_at = ?", SECONDS - 24 * 3600);
        tell(1, "job:end", "new");
        assertThat(day().ended()).containsOnly(entry(JobBucket.WARNING, 1L));
        clock.forward(Duration.ofSeconds(1));
        assertThat(day().ended()).isEmpty();
    }

    @Test
    void moreChangesThanAreReadOneByOneAreNotMissed() throws SQLException {
        summary();
        ended("h1", 7002);
        FleetChange.Draft line = job(1, "job:end", "h1");
        append(Collections.nCopies(FleetReader.MOST_CHANGES + 5, line));

        assertThat(summary().counts()).containsEntry(DeviceState.ERROR, 1L);
    }

    @Test
    void neitherAnotherClientNorAnotherUserOfTheSameClientIsInTheAnswer() throws SQLException {
        rows.device(2, "acme", "h2", "Theirs");
        rows.device(1, "beta", "h3", "Beta");

        assertThat(names()).containsExactly("Anna");
        assertThat(fleets.of(scope(2, "acme"), NOW).counts().total()).isEqualTo(1);
        assertThat(fleets.of(scope(1, "acme", "beta"), NOW).counts().total()).isEqualTo(2);
        assertThat(fleets.of(scope(1, "beta"), NOW).counts().total()).isEqualTo(1);

        tellOfDevice(1, "device:updated", "h2");
        tellOfDevice(1, "device:updated", "h3");
        assertThat(names()).containsExactly("Anna");
    }

    @Test
    void manyWhoAskAtOnceGetTheSameFleet() throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(8);
        try {
            Callable<Long> asks = () -> fleet().counts().total();
            for (Future<Long> answer : askers.invokeAll(Collections.nCopies(64, asks))) {
                assertThat(answer.get()).isEqualTo(1);
            }
        } finally {
            askers.shutdownNow();
        }
    }

    @Test
    void thoseWhoAskWhileAnotherReadsShareOneMoreLook() throws Exception {
        CountedQueries counted = new CountedQueries(DATABASE.source());
        KnownFleets asked = FleetRows.fleets(counted.source(), clock);
        asked.of(scope(1, "acme"), NOW);
        List<Thread> threads = new CopyOnWriteArrayList<>();
        ExecutorService askers =
                Executors.newFixedThreadPool(
                        20,
                        work -> {
                            Thread thread = new Thread(work);
                            threads.add(thread);
                            return thread;
                        });
        try (Connection other = DATABASE.source().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("LOCK TABLES eb_changes WRITE");
            List<CompletableFuture<Void>> answers =
                    Stream.generate(
                                    () ->
                                            CompletableFuture.runAsync(
                                                    () -> asked.of(scope(1, "acme"), NOW), askers))
                            .limit(20)
                            .toList();
            Until.holds(
                    "one reads and the others wait",
                    () ->
                            threads.stream()
                                            .filter(one -> one.getState() == Thread.State.BLOCKED)
                                            .count()
                                    == 19);

            int more =
                    counted.during(
                            () -> {
                                statement.execute("UNLOCK TABLES");
                                answers.forEach(CompletableFuture::join);
                            });

            assertThat(more).isEqualTo(1);
        } finally {
            askers.shutdownNow();
        }
    }

    private void ended(String hash, int status) throws SQLException {
        rows.update(
                "INSERT INTO eb_device_standing (device_id, client_id, username, job_id, status,"
                        + " started_at, ended_at) VALUES (?,1,'acme',?,?,?,?)",
                key(1, hash),
                "e-" + hash,
                status,
                SECONDS - 120,
                SECONDS - 60);
    }

    private void tell(int client, String kind, String hash) throws SQLException {
        append(List.of(job(client, kind, hash)));
    }

    private static FleetChange.Draft job(int client, String kind, String hash) {
        return draft(
                client,
                kind,
                "{\"job\":{\"device\":\"%s\",\"device_id\":\"%s\"}}"
                        .formatted(hash, key(client, hash)));
    }

    private void tellOfDevice(int client, String kind, String hash) throws SQLException {
        append(
                List.of(
                        draft(
                                client,
                                kind,
                                "{\"device\":{\"id\":\"%s\",\"hash\":\"%s\"}}"
                                        .formatted(key(client, hash), hash))));
    }

    private static FleetChange.Draft draft(int client, String kind, String body) {
        return FleetChange.Draft.of(new ClientId(client), kind, body);
    }

    private void append(List<FleetChange.Draft> drafts) throws SQLException {
        try (Connection connection = DATABASE.source().getConnection()) {
            feed.append(connection, drafts);
        }
    }

    private JudgedFleet fleet() {
        return fleets.of(scope(1, "acme"), clock.instant());
    }

    private DayOfClient day() {
        return fleets.day(scope(1, "acme"), clock.instant());
    }

    private StandingSummary summary() {
        return fleet().summary(DeviceFilter.ALL, clock.instant());
    }

    private List<String> names() {
        return names("");
    }

    private List<String> names(String text) {
        DeviceQuery query =
                new DeviceQuery(
                        1,
                        50,
                        DeviceSort.NAME,
                        DeviceFilter.of(text, Optional.empty()),
                        ZoneOffset.UTC);
        return fleet().page(query, any -> true).page().stream()
                .map(one -> one.device().name())
                .toList();
    }
}
