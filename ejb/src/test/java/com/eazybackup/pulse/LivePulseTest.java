package com.eazybackup.pulse;

import static com.eazybackup.fleet.FleetRows.scope;
import static com.eazybackup.pulse.PulseHubTest.ids;
import static com.eazybackup.pulse.PulseHubTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.FleetChange;
import com.eazybackup.fleet.FleetRows;
import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.fleet.JobsNow;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a committed change to what a browser is sent, against a real database. */
class LivePulseTest {

    private static final Instant NOW = Instant.parse("2026-07-15T12:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final MovedClock clock = new MovedClock(NOW);
    private final FleetRows rows = new FleetRows(DATABASE);
    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final ChangeLog log = new ChangeLog(counted.source(), clock);
    private final PulseHub hub = new PulseHub(clock, 5, Duration.ofMinutes(10));
    private final TailLoop tail = new TailLoop(log, hub, Duration.ofMillis(250));
    private final LivePulse pulse =
            new LivePulse(
                    hub,
                    log,
                    new PulseSnapshots(
                            log,
                            new JobsNow(counted.source(), clock, FleetRows.FIVE_MINUTES),
                            new StreamStandings(counted.source()),
                            clock,
                            FleetRows.FIVE_MINUTES));
    private final ClientScope acme = scope(1, "acme");

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run(
                "DELETE FROM eb_changes",
                "UPDATE eb_change_seq SET last_id = 0",
                "DELETE FROM eb_stream_state",
                "DELETE FROM eb_jobs_live",
                "DELETE FROM eb_jobs_recent_24h",
                "DELETE FROM comet_devices",
                "DELETE FROM comet_jobs");
        tail.readAll();
    }

    @Test
    void aNewViewerBeginsWithASnapshotOfItsOwn() throws Exception {
        rows.device(1, "acme", "h1", "DC01");
        rows.running(1, "h1", "acme", "runs", 4001, NOW.getEpochSecond() - 60);
        rows.ended(1, "h1", "acme", "ended", 4001, 5000, NOW.getEpochSecond() - 600, 1784116700);
        rows.running(2, "h1", "acme", "foreign", 4001, NOW.getEpochSecond() - 60);
        stream("cometbackup");
        stream("obc");
        commit(1, "acme");

        String event = text(open(OptionalLong.empty()).take());

        JsonNode message = json(event);
        assertThat(event).startsWith("id: 1\ndata: ").endsWith("}\n\n");
        assertThat(message.fieldNames())
                .toIterable()
                .containsExactly(
                        "kind",
                        "t",
                        "interrupted_after",
                        "jobsRunning",
                        "jobsRecent24h",
                        "streams",
                        "scope");
        assertThat(message.path("kind").asText()).isEqualTo("snapshot");
        assertThat(message.path("t").asLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(message.path("jobsRunning").findValuesAsText("id"))
                .containsExactly("cometbackup:runs");
        assertThat(message.path("jobsRecent24h").findValuesAsText("job_id"))
                .containsExactly("ended");
        assertThat(message.path("streams").findValuesAsText("profile"))
                .containsExactly("cometbackup");
        assertThat(message.path("streams").get(0).path("last_frame").asLong())
                .isEqualTo(1784116799);
    }

    @Test
    void aChangeThatIsCommittedWhileTheSnapshotIsReadIsNotLost() throws SQLException {
        commit(1, "acme");
        // Committed and not yet read by the tail: in the snapshot, so not sent again.
        Viewer viewer = open(OptionalLong.empty());
        commit(1, "acme");
        tail.readAll();

        assertThat(ids(viewer)).containsExactly(1L, 2L);
    }

    @Test
    void aViewerThatMemoryKnowsIsResumedWithoutAnyQuery() throws SQLException {
        commit(1, "acme");
        commit(2, "acme");
        commit(1, "acme");
        tail.readAll();

        int queries =
                counted.during(() -> assertThat(ids(open(OptionalLong.of(1)))).containsExactly(3L));

        assertThat(queries).isZero();
    }

    @Test
    @Tag("fault-19")
    void aViewerThatWasAwayLongerThanMemoryIsResumedFromTheTable() throws SQLException {
        for (int i = 0; i < 20; i++) {
            commit(i % 2 == 0 ? 1 : 2, "acme");
        }
        tail.readAll();

        Viewer viewer = open(OptionalLong.of(3));
        commit(1, "acme");
        tail.readAll();

        assertThat(ids(viewer)).containsExactly(5L, 7L, 9L, 11L, 13L, 15L, 17L, 19L, 21L);
    }

    @Test
    void groupsThatChangedWhileAViewerWasAwayAreInTheTableToo() throws SQLException {
        commit(1, "acme");
        commit(FleetChange.Draft.of(new ClientId(1), FleetChange.GROUPS, "{}"));
        commit(FleetChange.Draft.of(new ClientId(2), FleetChange.GROUPS, "{}"));
        for (int i = 0; i < 20; i++) {
            commit(2, "acme");
        }
        tail.readAll();

        assertThat(ids(open(OptionalLong.of(1)))).containsExactly(2L);
    }

    @Test
    @Tag("fault-19")
    void aViewerWhoseIdIsNoLongerKeptGetsASnapshot() throws Exception {
        for (int i = 0; i < 20; i++) {
            commit(1, "acme");
        }
        tail.readAll();
        DATABASE.run("DELETE FROM eb_changes WHERE id < 10");

        assertThat(kind(open(OptionalLong.of(8)))).isEqualTo("snapshot");
        assertThat(kind(open(OptionalLong.of(9)))).isEqualTo("job:end");
    }

    @Test
    void anIdThatTheFeedHasNotReachedIsAnsweredWithASnapshot() throws Exception {
        commit(1, "acme");
        tail.readAll();

        assertThat(kind(open(OptionalLong.of(77)))).isEqualTo("snapshot");
    }

    @Test
    void anIdAheadOfThisNodeButKnownToTheTableIsResumed() throws SQLException {
        commit(1, "acme");
        commit(1, "acme");
        // This node's tail has read neither; another node has sent both.
        Viewer viewer = open(OptionalLong.of(2));
        tail.readAll();
        commit(1, "acme");
        tail.readAll();

        assertThat(ids(viewer)).containsExactly(3L);
    }

    @Test
    void manyMissedChangesAreASnapshotInstead() throws Exception {
        try (Connection connection = DATABASE.source().getConnection()) {
            connection.setAutoCommit(false);
            List<FleetChange.Draft> drafts = new ArrayList<>();
            for (int i = 0; i <= LivePulse.MOST_TO_REPEAT; i++) {
                drafts.add(draft(1, "acme"));
            }
            log.append(connection, drafts);
            connection.commit();
        }
        tail.readAll();

        assertThat(kind(open(OptionalLong.of(0)))).isEqualTo("snapshot");
    }

    @Test
    void openingTakesFourQueriesAndWatchingNone() throws SQLException {
        List<Viewer> viewers = new ArrayList<>();
        int opening =
                counted.during(
                        () -> {
                            for (int i = 0; i < 10; i++) {
                                viewers.add(open(OptionalLong.empty()));
                            }
                        });
        viewers.forEach(Viewer::take);
        commit(1, "acme");
        int tailing = counted.during(tail::readAll);

        assertThat(opening).isEqualTo(40);
        assertThat(tailing).as("one for all ten viewers").isEqualTo(1);
        assertThat(viewers).allSatisfy(viewer -> assertThat(ids(viewer)).containsExactly(1L));
    }

    @Test
    void whenTheDatabaseIsAwayNothingStaysRegistered() {
        ChangeLog broken = new ChangeLog(Outage.source(), clock);
        LivePulse away =
                new LivePulse(
                        hub,
                        broken,
                        new PulseSnapshots(
                                broken,
                                new JobsNow(Outage.source(), clock, FleetRows.FIVE_MINUTES),
                                new StreamStandings(Outage.source()),
                                clock,
                                FleetRows.FIVE_MINUTES));

        assertThatThrownBy(() -> away.open(acme, OptionalLong.empty(), "s", () -> {}))
                .isInstanceOf(FleetUnreadable.class);
        assertThat(hub.viewerCount()).isZero();
    }

    private Viewer open(OptionalLong lastSeen) {
        return pulse.open(acme, lastSeen, "s", () -> {});
    }

    private void commit(int client, String username) throws SQLException {
        commit(draft(client, username));
    }

    private void commit(FleetChange.Draft draft) throws SQLException {
        try (Connection connection = DATABASE.source().getConnection()) {
            connection.setAutoCommit(false);
            log.append(connection, List.of(draft));
            connection.commit();
        }
    }

    private static FleetChange.Draft draft(int client, String username) {
        return FleetChange.Draft.of(
                new ClientId(client), "job:end", "{\"job\":{\"username\":\"" + username + "\"}}");
    }

    private void stream(String profile) throws SQLException {
        rows.update(
                "INSERT INTO eb_stream_state (profile, name, state, since_ms, last_frame_ms,"
                        + " updated_ms) VALUES (?, ?, 'live', 1784116000123, 1784116799999, 0)",
                profile,
                profile);
    }

    private static String kind(Viewer viewer) throws JsonProcessingException {
        return json(text(viewer.take())).path("kind").asText();
    }

    /** The JSON of the first event. */
    private static JsonNode json(String events) throws JsonProcessingException {
        String data = events.lines().filter(line -> line.startsWith("data: ")).findFirst().get();
        return new ObjectMapper().readTree(data.substring(6));
    }
}
