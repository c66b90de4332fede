package com.eazybackup.pulse;

import static com.eazybackup.pulse.PulseHubTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.fleet.FleetChange;
import com.eazybackup.fleet.FleetRows;
import com.eazybackup.fleet.JobsNow;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.KeptLog;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.TestWhmcs;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Streams that are open while a service moves to another client, ends or is renamed in WHMCS.
 * larkspur is client 102's, quill client 103's.
 */
@Tag("fault-18")
class MovedServiceTest {

    private static final ClientId LARKSPUR = new ClientId(102);
    private static final ClientId QUILL = new ClientId(103);

    private final TestDatabase database = TestDatabase.migrated();
    private final AtomicBoolean away = new AtomicBoolean();
    private final CountedQueries counted =
            new CountedQueries(Outage.source(database.source(), away, () -> {}));
    private final MovedClock clock = new MovedClock(Instant.parse("2026-07-15T12:00:00Z"));
    private final ChangeLog log = new ChangeLog(database.source(), clock);
    private final PulseHub hub = new PulseHub(clock, 5, Duration.ofMinutes(10));
    private final TailLoop tail = new TailLoop(log, hub, Duration.ofMillis(250));
    private final LivePulse pulse =
            new LivePulse(
                    hub,
                    log,
                    new PulseSnapshots(
                            log,
                            new JobsNow(database.source(), clock, FleetRows.FIVE_MINUTES),
                            new StreamStandings(database.source()),
                            clock,
                            FleetRows.FIVE_MINUTES));
    private TestPersistence persistence;
    private ClientScopes scopes;
    private ScopeWatch watch;

    @BeforeEach
    void open() throws SQLException {
        TestPersistence.fillWhmcs(database);
        persistence = TestPersistence.on(counted.source());
        scopes = new ClientScopes(TestWhmcs.activeServices(persistence.tables()));
        watch = new ScopeWatch(hub, scopes);
        tail.readAll();
    }

    @AfterEach
    void close() {
        persistence.close();
    }

    @Test
    void theOldOwnersOpenStreamIsToldAndHearsNoMoreOfItAndTheNewOwnersDoes() throws Exception {
        Viewer old = watching(LARKSPUR);
        Viewer fresh = watching(QUILL);
        tell(LARKSPUR, "larkspur");
        assertThat(all(old)).contains("job:start");

        database.run("UPDATE tblhosting SET userid = 103 WHERE username = 'larkspur'");
        watch.look();
        tell(LARKSPUR, "larkspur"); // by a writer that does not know yet
        tell(QUILL, "larkspur");

        assertThat(all(old)).contains("\"kind\":\"scope\"").doesNotContain("job:start");
        assertThat(all(fresh)).contains("\"kind\":\"scope\"").containsOnlyOnce("job:start");
    }

    @Test
    void aServiceThatEndsIsOutOfTheOpenStream() throws Exception {
        Viewer viewer = watching(LARKSPUR);

        database.run(
                "UPDATE tblhosting SET domainstatus = 'Cancelled' WHERE username = 'larkspur'");
        watch.look();
        tell(LARKSPUR, "larkspur");

        assertThat(all(viewer)).contains("\"kind\":\"scope\"").doesNotContain("job:start");
    }

    @Test
    void aUserThatIsRenamedIsHeardOfUnderItsNewNameAlone() throws Exception {
        Viewer viewer = watching(LARKSPUR);

        database.run("UPDATE tblhosting SET username = 'Larkspur' WHERE username = 'larkspur'");
        watch.look();
        tell(LARKSPUR, "larkspur");
        tell(LARKSPUR, "Larkspur");

        assertThat(all(viewer))
                .contains("\"kind\":\"scope\"", "{\"username\":\"Larkspur\"}")
                .doesNotContain("{\"username\":\"larkspur\"}");
    }

    @Test
    void whoWasAwayMeanwhileIsToldWhenItComesBack() throws Exception {
        Viewer before = watching(LARKSPUR);
        tell(LARKSPUR, "larkspur");
        String seen = scope(all(before) + snapshot(LARKSPUR));
        hub.remove(before);

        database.run("UPDATE tblhosting SET userid = 103 WHERE username = 'larkspur'");
        String resumed = all(open(LARKSPUR, OptionalLong.of(1)));

        assertThat(resumed).doesNotContain("snapshot");
        assertThat(scope(resumed)).isNotEqualTo(seen);
        assertThat(scope(snapshot(LARKSPUR))).isEqualTo(scope(resumed));
    }

    @Test
    void oneQueryLooksForAllViewersAndNoneWhenNobodyWatches() throws Exception {
        assertThat(counted.during(watch::look)).isZero();
        List<Viewer> viewers = new ArrayList<>();
        for (int client = 101; client <= 109; client++) {
            for (int i = 0; i < 5; i++) {
                viewers.add(watching(new ClientId(client)));
            }
        }

        assertThat(counted.during(watch::look)).isEqualTo(1);
        assertThat(viewers).as("nothing has changed").allSatisfy(v -> assertThat(all(v)).isEmpty());
    }

    @Test
    void whileTheDatabaseIsAwayNobodyIsToldAnythingAndThenTheLookIsMade() throws Exception {
        Viewer viewer = watching(LARKSPUR);
        database.run("UPDATE tblhosting SET userid = 103 WHERE username = 'larkspur'");

        try (KeptLog kept = KeptLog.of(ScopeWatch.class)) {
            away.set(true);
            watch.look();
            away.set(false);
            assertThat(all(viewer)).isEmpty();
            watch.look();
            assertThat(kept.lines()).hasSize(2);
        }

        assertThat(all(viewer)).contains("\"kind\":\"scope\"");
    }

    private Viewer watching(ClientId client) {
        Viewer viewer = open(client, OptionalLong.empty());
        assertThat(all(viewer)).contains("snapshot");
        return viewer;
    }

    private Viewer open(ClientId client, OptionalLong lastSeen) {
        return pulse.open(scopes.of(client), lastSeen, "s" + client, () -> {});
    }

    private String snapshot(ClientId client) {
        Viewer viewer = open(client, OptionalLong.empty());
        String text = all(viewer);
        hub.remove(viewer);
        return text;
    }

    /** A change is committed and handed out. */
    private void tell(ClientId client, String username) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            log.append(
                    connection,
                    List.of(
                            FleetChange.Draft.of(
                                    client,
                                    "job:start",
                                    "{\"job\":{\"username\":\"" + username + "\"}}")));
            connection.commit();
        }
        tail.readAll();
    }

    private static String all(Viewer viewer) {
        StringBuilder all = new StringBuilder();
        for (byte[] bytes = viewer.take(); bytes != null; bytes = viewer.take()) {
            all.append(text(bytes));
        }
        return all.toString();
    }

    private static String scope(String events) {
        return events.replaceAll("(?s).*\"scope\":\"(\\w+)\".*", "$1");
    }
}
