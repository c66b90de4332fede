package com.eazybackup.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.platform.NodeLock;
import com.eazybackup.testing.TestDatabase;
import jakarta.batch.runtime.BatchStatus;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The beginning and the end of a run as they are written down, also when that is not easy. */
@Tag("fault-13")
@SuppressWarnings("UnnecessaryAssignment") // There is no container here to do it.
class RunRecorderTest {

    private static final PortalJob JOB = PortalJob.ITEMS_DAILY;
    private static final long EXECUTION = 9;

    private final KnownJob job = new KnownJob(JOB, EXECUTION);
    private TestDatabase database;
    private JobRuns runs;
    private RunningHere here;
    private RunRecorder recorder;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        runs = new JobRuns(database.source(), Clock.systemUTC());
        here = new RunningHere(new NodeLock(database.source()));
        BatchEngine none =
                new BatchEngine(
                        () -> {
                            throw new IllegalStateException("it is asked for nothing here");
                        });
        DeadRuns dead = new DeadRuns(runs, new BatchRepository(database.source()), here);
        recorder = new RunRecorder();
        recorder.job = job;
        recorder.control = new JobControl(none, runs, here, dead);
        recorder.here = here;
        recorder.ended = new EndedRuns(runs, here);
    }

    @Test
    void aRunThatBeginsAndEndsIsWrittenDown() throws Exception {
        recorder.run = Long.toString(begun());
        recorder.beforeJob();
        assertThat(only("outcome, execution")).isEqualTo("running|9");

        job.stands(BatchStatus.COMPLETED);
        recorder.afterJob();
        assertThat(only("outcome, error")).isEqualTo("completed|");
        assertThatTheJobIsFree();
    }

    @Test
    void aRunWhoseBeginningCannotBeWrittenHasFailedAndTheJobIsFree() throws Exception {
        recorder.run = Long.toString(begun());
        database.run("ALTER TABLE eb_job_runs RENAME COLUMN execution TO gone");

        assertThatItCannotBegin();

        assertThat(only("outcome, sentence")).isEqualTo("failed|It could not begin.");
        assertThat(only("error")).contains("execution");
        assertThatTheJobIsFree();
    }

    @Test
    void soHasOneThatTheServersOwnCommandLineBegan() throws Exception {
        recorder.run = "";
        database.run(
                "CREATE TRIGGER refuses BEFORE UPDATE ON eb_job_runs FOR EACH ROW"
                        + " IF NEW.execution IS NOT NULL THEN SIGNAL SQLSTATE '45000'"
                        + " SET MESSAGE_TEXT = 'not now'; END IF");

        assertThatItCannotBegin();

        assertThat(only("outcome, error")).isEqualTo("failed|not now");
        assertThatTheJobIsFree();
    }

    @Test
    void whileTheDatabaseIsAwayItsEndWaits() throws Exception {
        recorder.run = Long.toString(begun());
        database.run("RENAME TABLE eb_job_runs TO away");

        assertThatItCannotBegin();
        assertThat(here.runs()).as("until it is written down").hasSize(1);
        database.run("RENAME TABLE away TO eb_job_runs");
        recorder.ended.writeWaiting();

        assertThat(only("outcome")).isEqualTo("failed");
        assertThatTheJobIsFree();
    }

    private long begun() throws SQLException {
        NodeLock.Held held = here.tryHold(JOB).orElseThrow();
        Occasion occasion = Occasion.requested(false, Optional.empty());
        long run = runs.begin(JOB, occasion, "n").orElseThrow();
        here.add(run, JOB, held);
        return run;
    }

    /** The batch runtime calls for the end all the same. */
    private void assertThatItCannotBegin() {
        assertThatThrownBy(recorder::beforeJob).isInstanceOf(SQLException.class);
        job.stands(BatchStatus.FAILED);
        recorder.afterJob();
    }

    private void assertThatTheJobIsFree() throws SQLException {
        assertThat(here.runs()).isEmpty();
        Optional<NodeLock.Held> held = here.tryHold(JOB);
        assertThat(held).isPresent();
        held.get().close();
    }

    private String only(String columns) throws SQLException {
        return database.rows("SELECT " + columns + " FROM eb_job_runs").get(0);
    }
}
