package com.eazybackup.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.platform.NodeLock;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs of jobs in the table, by two nodes on one database. */
@Tag("fault-15")
@Tag("fault-16")
class JobRunsTest {

    private static final PortalJob SYNC = PortalJob.NIGHTLY_SYNC;
    private static final Instant DUE = Instant.parse("2026-11-27T00:30:00Z");

    private TestDatabase database;
    private Node one;
    private Node two;

    /** What a node has. */
    private static final class Node {
        private final JobRuns runs;
        private final RunningHere here;
        private final DeadRuns dead;

        private Node(TestDatabase database) {
            runs = new JobRuns(database.source(), Clock.systemUTC());
            here = new RunningHere(new NodeLock(database.source()));
            dead = new DeadRuns(runs, new BatchRepository(database.source()), here);
        }

        private long begins() throws SQLException {
            NodeLock.Held held = here.tryHold(SYNC).orElseThrow();
            long run = runs.begin(SYNC, requested(), "n").orElseThrow();
            here.add(run, SYNC, held);
            return run;
        }
    }

    private static Occasion requested() {
        return Occasion.requested(false, Optional.empty());
    }

    private static Occasion due() {
        return Occasion.scheduled(Occasion.Cause.SCHEDULE, DUE);
    }

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.migrated();
        for (String table : List.of("JOB_EXECUTION", "STEP_EXECUTION")) {
            database.run(
                    "CREATE TABLE "
                            + table
                            + " (JOBEXECUTIONID BIGINT, BATCHSTATUS VARCHAR(30),"
                            + " EXITSTATUS VARCHAR(512))");
        }
        one = new Node(database);
        two = new Node(database);
    }

    @Test
    void aDueTimeIsTakenOnce() throws Exception {
        OptionalLong first = one.runs.begin(SYNC, due(), "one");
        OptionalLong second = two.runs.begin(SYNC, due(), "two");

        assertThat(first).isPresent();
        assertThat(second).isEmpty();
        assertThat(two.runs.skip(SYNC, due(), "two", "Skipped: another node took it.")).isFalse();
        assertThat(outcomes()).containsExactly("one|running", "two|skipped");
        assertThat(one.runs.begin(PortalJob.ITEMS_DAILY, due(), "one")).isPresent();
        assertThat(
                        one.runs.begin(
                                SYNC,
                                Occasion.scheduled(
                                        Occasion.Cause.SCHEDULE, DUE.plusSeconds(86_400)),
                                "one"))
                .isPresent();
    }

    @Test
    void aTimeThatWasSkippedIsTakenToo() throws Exception {
        assertThat(one.runs.skip(SYNC, due(), "one", "Skipped: the last run goes on.")).isTrue();
        assertThat(two.runs.begin(SYNC, due(), "two")).isEmpty();
    }

    @Test
    void runsThatNobodyScheduledMayBeMany() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(one.runs.begin(SYNC, requested(), "one")).isPresent();
        }
    }

    @Test
    void ofTwoNodesOneRuns() throws Exception {
        long run = one.begins();

        assertThat(two.here.tryHold(SYNC)).isEmpty();
        assertThat(two.here.tryHold(PortalJob.ITEMS_DAILY)).isPresent();
        one.here.remove(run);
        assertThat(two.here.tryHold(SYNC)).isPresent();
    }

    @Test
    void aRunWhoseNodeHoldsTheLockIsNeverDead() throws Exception {
        one.begins();

        for (int look = 0; look < 3; look++) {
            assertThat(two.dead.find()).isEmpty();
            assertThat(one.dead.find()).isEmpty();
        }
    }

    @Test
    void aRunThatNobodyHoldsIsDeadAtTheSecondLook() throws Exception {
        long run = one.runs.begin(SYNC, requested(), "gone").orElseThrow();
        one.runs.execution(run, 7);
        database.run("INSERT INTO JOB_EXECUTION VALUES (7, 'STARTED', NULL), (6, 'STOPPED', 'x')");

        assertThat(two.dead.find()).isEmpty();
        List<RunRow> found = two.dead.find();

        assertThat(found).extracting(RunRow::id).containsExactly(run);
        assertThat(two.dead.restartsItself(SYNC, found.get(0))).isTrue();
        assertThat(two.dead.restartsItself(PortalJob.ITEMS_DAILY, found.get(0))).isFalse();
        RunRow closed = one.runs.find(run).orElseThrow();
        assertThat(closed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(closed.restartable()).isTrue();
        assertThat(closed.error()).isEqualTo("Its node ended while it ran.");
        assertThat(database.rows("SELECT BATCHSTATUS FROM JOB_EXECUTION ORDER BY 1"))
                .containsExactly("FAILED", "STOPPED");
        assertThat(one.runs.progress(run, 5)).as("whoever ran it must end").isFalse();
        assertThat(two.dead.find()).isEmpty();
    }

    @Test
    void aNodeThatLostItsLockWithTheDatabaseTakesItAgain() throws Exception {
        long run = one.begins();
        database.endConnections();

        assertThat(one.here.keep(run)).isTrue();
        assertThat(two.here.tryHold(SYNC)).isEmpty();
        assertThat(two.dead.find()).isEmpty();
    }

    @Test
    void restartsByThemselvesHaveAnEnd() throws Exception {
        RunRow first = row(one.runs.begin(SYNC, requested(), "n").orElseThrow());
        RunRow third =
                row(
                        one.runs
                                .begin(
                                        SYNC,
                                        Occasion.restart(Occasion.Cause.CAUGHT_UP, first, 2),
                                        "n")
                                .orElseThrow());

        assertThat(two.dead.restartsItself(SYNC, third)).isFalse();
        assertThat(third.restartOf()).isEqualTo(first.id());
    }

    private RunRow row(long run) throws SQLException {
        one.runs.execution(run, 3);
        return one.runs.find(run).orElseThrow();
    }

    @Test
    void theFirstWordAboutAnEndHolds() throws Exception {
        long run = one.begins();
        one.runs.end(run, new RunEnd(Outcome.COMPLETED, 5, 1, 2, "s".repeat(300), "", "{}"));
        two.runs.end(run, RunEnd.of(Outcome.FAILED, "no", "no"));

        RunRow ended = one.runs.find(run).orElseThrow();
        assertThat(ended.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(ended.processed()).isEqualTo(5);
        assertThat(ended.sentence()).hasSize(255);
        assertThat(ended.endedMs()).isGreaterThanOrEqualTo(ended.beganMs());
        assertThat(row(one.runs.begin(SYNC, requested(), "n").orElseThrow()).total())
                .as("as many as the last complete run had")
                .isEqualTo(5);
    }

    @Test
    void aSuspiciousRunWaitsUntilOneIsConfirmedOrComplete() throws Exception {
        long suspicious = ended(Outcome.SUSPICIOUS);
        ended(Outcome.FAILED);
        assertThat(waiting()).contains(suspicious);

        one.runs.confirmed(suspicious);
        assertThat(waiting()).isEmpty();

        ended(Outcome.SUSPICIOUS);
        ended(Outcome.COMPLETED);
        assertThat(waiting()).isEmpty();
    }

    @Test
    @Tag("fault-11")
    void whatOneServerLeftIsConfirmedAlsoWhenAnotherOneHasFailed() throws Exception {
        long failed = ended(Outcome.FAILED, LEFT);
        assertThat(waiting()).contains(failed);
        ended(Outcome.STOPPED, "{}");
        assertThat(waiting()).as("also behind one that has left nothing").contains(failed);

        one.runs.confirmed(failed);
        assertThat(waiting()).isEmpty();
    }

    private static final String LEFT =
            "{\"profiles\":[{\"profile\":\"obc\",\"suspicious\":true},{\"profile\":\"b\"}]}";

    @Test
    void devicesThatNobodyPaysForWaitLikeAccounts() throws Exception {
        long stopped = ended(Outcome.STOPPED, "{\"profiles\":[{\"unpaid\":12}]}");

        assertThat(waiting()).contains(stopped);
    }

    @Test
    void removalsForASyncThatFailedDoNotMakeUpForIt() throws Exception {
        long failed = ended(Outcome.FAILED, LEFT);
        ended(Outcome.COMPLETED, "{\"of_broken_sync\":true}");

        assertThat(RunRow.last(one.runs.ended(SYNC, 14)).map(RunRow::id)).contains(failed);
        long whole = ended(Outcome.COMPLETED);
        assertThat(RunRow.last(one.runs.ended(SYNC, 14)).map(RunRow::id)).contains(whole);
    }

    @Test
    void removalsThatFailHideNeitherTheSyncTheyBelongToNorThemselves() throws Exception {
        RunRow failed = find(ended(Outcome.FAILED, LEFT));
        long removals = removalsOf(failed);
        one.runs.end(removals, RunEnd.of(Outcome.FAILED, "", "The server cannot be read."));

        assertThat(last()).as("what a restart goes on with").contains(failed.id());
        assertThat(waiting()).as("what can be confirmed again").contains(failed.id());

        long whole = ended(Outcome.COMPLETED);
        assertThat(last()).contains(whole);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void removalsWhoseNodeDiesAreGoneOnWithAndAreStillNoSync() throws Exception {
        RunRow stopped = find(ended(Outcome.STOPPED, LEFT));
        long removals = removalsOf(stopped);
        one.runs.execution(removals, 9);
        two.dead.find();
        RunRow died = two.dead.find().get(0);
        assertThat(died.id()).isEqualTo(removals);
        assertThat(two.dead.restartsItself(SYNC, died)).isTrue();

        Occasion goOn = Occasion.restart(Occasion.Cause.CAUGHT_UP, died, 1);
        long again = one.runs.begin(SYNC, goOn, "n").orElseThrow();
        one.runs.end(again, RunEnd.of(Outcome.STOPPED, "", ""));

        assertThat(last()).contains(stopped.id());
        assertThat(waiting()).contains(stopped.id());
    }

    @Test
    void removalsOfASyncThatCameToItsEndAreRestartedThemselves() throws Exception {
        RunRow suspicious = find(ended(Outcome.SUSPICIOUS, LEFT));
        long removals = removalsOf(suspicious);
        one.runs.end(removals, RunEnd.of(Outcome.FAILED, "", "The server cannot be read."));

        assertThat(last()).contains(removals);
        assertThat(waiting()).contains(suspicious.id());
    }

    @Test
    void removalsForABrokenSyncMakeUpForNoOtherRun() throws Exception {
        long suspicious = ended(Outcome.SUSPICIOUS, LEFT);
        RunRow failed = find(ended(Outcome.FAILED, LEFT));
        one.runs.end(removalsOf(failed), RunEnd.of(Outcome.COMPLETED, "", ""));
        one.runs.confirmed(failed.id());

        assertThat(waiting()).contains(suspicious);
    }

    private long removalsOf(RunRow left) throws SQLException {
        return one.runs.begin(SYNC, Occasion.confirmed(left), "n").orElseThrow();
    }

    private RunRow find(long run) throws SQLException {
        return one.runs.find(run).orElseThrow();
    }

    private Optional<Long> last() throws SQLException {
        return RunRow.last(one.runs.ended(SYNC, 14)).map(RunRow::id);
    }

    @Test
    void aRestartKnowsThatTheRunBeforeItWasConfirmed() throws Exception {
        RunRow failed = one.runs.find(ended(Outcome.FAILED, LEFT)).orElseThrow();
        Occasion again = Occasion.restart(Occasion.Cause.REQUESTED, failed, 0);
        long restarted = one.runs.begin(SYNC, again, "n").orElseThrow();

        assertThat(one.runs.continuesConfirmed(restarted)).isFalse();
        one.runs.confirmed(failed.id());
        assertThat(one.runs.continuesConfirmed(restarted)).isTrue();
        assertThat(one.runs.continuesConfirmed(failed.id())).isFalse();
    }

    private Optional<Long> waiting() throws SQLException {
        return RunRow.waiting(one.runs.ended(SYNC, 14)).map(RunRow::id);
    }

    private long ended(Outcome outcome) throws SQLException {
        return ended(outcome, "{}");
    }

    private long ended(Outcome outcome, String details) throws SQLException {
        long run = one.runs.begin(SYNC, requested(), "n").orElseThrow();
        one.runs.end(run, new RunEnd(outcome, 0, 0, 0, "", "", details));
        return run;
    }

    private List<String> outcomes() throws Exception {
        return database.rows("SELECT node, outcome FROM eb_job_runs ORDER BY id");
    }
}
