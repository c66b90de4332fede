package com.eazybackup.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.platform.NodeLock;
import com.eazybackup.platform.Schema;
import com.eazybackup.simulator.database.MariaDbServer;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that tells how far it is while its database goes away and comes back. */
@Tag("fault-13")
@Tag("fault-15")
class RunProgressTest {

    private static final PortalJob SYNC = PortalJob.NIGHTLY_SYNC;

    @TempDir static Path folder;

    private static MariaDbServer server;
    private static TestDatabase database;

    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-28T02:00:00Z"));
    private final JobRuns runs = new JobRuns(database.source(), clock);
    private final RunningHere here = new RunningHere(new NodeLock(database.source()));
    private final RunningHere other = new RunningHere(new NodeLock(database.source()));
    private final RunProgress progress = new RunProgress(runs, here, clock);
    private long run;
    private NodeLock.Held held;

    @BeforeAll
    static void start() {
        server = MariaDbServer.start(folder, 0);
        server.createDatabase("portal");
        database = TestDatabase.on(server, "portal", server.user(), server.password());
        Schema.migrate(database.source());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void begins() throws Exception {
        database.run("DELETE FROM eb_job_runs");
        held = here.tryHold(SYNC).orElseThrow();
        run = runs.begin(SYNC, Occasion.requested(false, Optional.empty()), "n").orElseThrow();
        here.add(run, SYNC, held);
        tells(1);
    }

    @Test
    void anOutageDoesNotEndIt() throws Exception {
        server.kill();
        tells(2);
        tells(3);
        server = MariaDbServer.start(folder, server.port());

        progress.writeLast();
        assertThat(done()).isEqualTo(3);
        tells(4);
        assertThat(done()).isEqualTo(4);
        assertThat(other.tryHold(SYNC)).as("it is held again").isEmpty();
        here.remove(run);
    }

    @Test
    void aNodeThatOnlyLooksWhetherThisOneIsDeadDoesNotEndIt() throws Exception {
        held.close();
        try (NodeLock.Held looks = other.tryHold(SYNC).orElseThrow()) {
            assertThat(looks.still()).isTrue();
            tells(2);
        }

        tells(3);
        assertThat(other.tryHold(SYNC)).as("it is held again").isEmpty();
        here.remove(run);
    }

    @Test
    void aNodeThatHasTakenTheJobOverEndsIt() throws Exception {
        server.kill();
        server = MariaDbServer.start(folder, server.port());
        try (NodeLock.Held taken = other.tryHold(SYNC).orElseThrow()) {
            new DeadRuns(runs, new BatchRepository(database.source()), other).close(SYNC);

            assertThatThrownBy(() -> tells(2)).isInstanceOf(IllegalStateException.class);
            assertThat(taken.still()).isTrue();
        }
        assertThat(done()).isEqualTo(1);
    }

    private void tells(long done) {
        clock.forward(Duration.ofSeconds(2));
        progress.told(run, done);
    }

    private long done() throws SQLException {
        return runs.find(run).orElseThrow().done();
    }
}
