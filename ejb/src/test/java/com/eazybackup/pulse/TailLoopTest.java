package com.eazybackup.pulse;

import static com.eazybackup.fleet.FleetRows.scope;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.FleetChange;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TailLoopTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final MovedClock clock = new MovedClock(Instant.parse("2026-07-15T12:00:00Z"));
    private final AtomicBoolean away = new AtomicBoolean();
    private final Semaphore failed = new Semaphore(0);
    private final ChangeLog log =
            new ChangeLog(Outage.source(DATABASE.source(), away, failed::release), clock);
    private final ChangeLog writer = new ChangeLog(DATABASE.source(), clock);
    private final PulseHub hub = new PulseHub(clock);
    private final ClientScope acme = scope(1, "acme");
    private final Semaphore woken = new Semaphore(0);
    private Thread thread;

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run("DELETE FROM eb_changes", "UPDATE eb_change_seq SET last_id = 0");
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join();
        }
    }

    @Test
    void aNudgeBringsAChangeWithoutWaitingForThePoll() throws Exception {
        TailLoop loop = running(NEVER);
        Viewer viewer = watching();

        commit(1);
        loop.nudge();

        assertThat(woken.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(PulseHubTest.ids(viewer)).containsExactly(1L);
    }

    @Test
    void whatAnotherNodeCommittedComesWithThePoll() throws Exception {
        running(Duration.ofMillis(5));
        Viewer viewer = watching();

        commit(1);

        assertThat(woken.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(PulseHubTest.ids(viewer)).containsExactly(1L);
    }

    @Test
    @Tag("fault-13")
    void anOutageIsSurvivedAndNothingOfItsTimeIsMissing() throws Exception {
        running(Duration.ofMillis(5));
        Viewer viewer = watching();
        commit(1);
        assertThat(woken.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

        away.set(true);
        awaitFailure();
        commit(2);
        away.set(false);

        assertThat(woken.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(PulseHubTest.ids(viewer)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void moreThanOneBatchIsReadInOneGo() throws Exception {
        TailLoop loop = new TailLoop(log, hub, NEVER);
        loop.readAll();
        commit(TailLoop.BATCH * 2 + 1);

        Viewer viewer = watching();
        loop.readAll();

        // The viewer's queue is smaller than this: it is the ring that must have it all.
        assertThat(hub.newestId()).isEqualTo(TailLoop.BATCH * 2 + 1);
        assertThat(viewer.closed()).isTrue();
    }

    @Test
    void aTailThatStartsKnowsWhatWasWrittenBefore() throws Exception {
        commit(3);

        new TailLoop(log, hub, NEVER).readAll();
        Viewer viewer = new Viewer(new ClientId(1), "s", () -> {});
        hub.add(viewer, acme);

        assertThat(hub.resume(viewer, acme, 1)).isTrue();
        assertThat(PulseHubTest.ids(viewer)).containsExactly(2L, 3L);
    }

    @Test
    void changesThatAreGoneBeforeTheyWereReadMakeEverybodyBeginAnew() throws Exception {
        TailLoop loop = new TailLoop(log, hub, NEVER);
        commit(1);
        loop.readAll();
        Viewer viewer = watching();
        commit(5);
        DATABASE.run("DELETE FROM eb_changes WHERE id < 4");

        loop.readAll();

        assertThat(viewer.closed()).isTrue();
        assertThat(hub.newestId()).isEqualTo(6);
    }

    @Test
    void aFeedFromAnOlderBackupIsNoticedAfterTheOutage() throws Exception {
        commit(9);
        running(Duration.ofMillis(5));
        Viewer viewer = watching();
        commit(1);
        assertThat(woken.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

        away.set(true);
        awaitFailure();
        DATABASE.run("DELETE FROM eb_changes", "UPDATE eb_change_seq SET last_id = 2");
        away.set(false);

        assertThat(woken.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(viewer.closed()).isTrue();
        assertThat(hub.newestId()).isEqualTo(2);
    }

    private void awaitFailure() throws InterruptedException {
        failed.drainPermits();
        assertThat(failed.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    private TailLoop running(Duration poll) throws SQLException {
        TailLoop loop = new TailLoop(log, hub, poll);
        loop.readAll(); // it has found its place when the test goes on
        thread = new Thread(loop, "tail");
        thread.start();
        return loop;
    }

    private Viewer watching() {
        Viewer viewer = new Viewer(new ClientId(1), "s", woken::release);
        hub.add(viewer, acme);
        viewer.begin(List.of(), 0);
        return viewer;
    }

    private void commit(int changes) throws SQLException {
        try (Connection connection = DATABASE.source().getConnection()) {
            connection.setAutoCommit(false);
            writer.append(
                    connection,
                    LongStream.range(0, changes)
                            .mapToObj(
                                    i ->
                                            FleetChange.Draft.of(
                                                    new ClientId(1),
                                                    "job:start",
                                                    "{\"job\":{\"username\":\"acme\"}}"))
                            .toList());
            connection.commit();
        }
    }
}
