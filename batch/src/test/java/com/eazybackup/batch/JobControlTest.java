package com.eazybackup.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.platform.NodeLock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestSettings;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.JobStartException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of the server's batch runtime, and what is written down of it. */
class JobControlTest {

    private static final PortalJob SYNC = PortalJob.NIGHTLY_SYNC;
    private static final Occasion BY_HAND = Occasion.requested(false, Optional.empty());

    private final List<String> asked = new ArrayList<>();
    private TestDatabase database;
    private JobRuns runs;
    private RunningHere here;
    private JobControl control;
    private BatchRuntimeException refusal;
    private long executions;

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
        runs = new JobRuns(database.source(), Clock.systemUTC());
        here = new RunningHere(new NodeLock(database.source()));
        control =
                new JobControl(
                        new BatchEngine(this::operator),
                        runs,
                        here,
                        new DeadRuns(runs, new BatchRepository(database.source()), here));
    }

    /** The batch runtime, as far as the portal speaks to it. */
    private JobOperator operator() {
        return (JobOperator)
                Proxy.newProxyInstance(
                        JobOperator.class.getClassLoader(),
                        new Class<?>[] {JobOperator.class},
                        (proxy, method, given) -> {
                            if (refusal != null) {
                                throw refusal;
                            }
                            String run =
                                    given.length > 1
                                            ? " for run " + ((Properties) given[1]).get("run")
                                            : "";
                            asked.add(method.getName() + " " + given[0] + run);
                            return method.getReturnType() == long.class ? ++executions : null;
                        });
    }

    @Test
    void aRestartGoesOnWithTheRunThatFailed() throws Exception {
        long execution = control.start(SYNC, BY_HAND).execution();
        ends(Outcome.FAILED);

        JobControl.Started again = control.restart(SYNC, Occasion.Cause.REQUESTED);

        assertThat(again.answer()).isEqualTo(JobControl.Answer.STARTED);
        assertThat(asked)
                .containsExactly(
                        "start nightly-sync for run 1", "restart " + execution + " for run 2");
        assertThat(runs.running(SYNC))
                .singleElement()
                .extracting(RunRow::execution)
                .isEqualTo(again.execution());
    }

    @Test
    void aRestartThatCouldNotBeginLeavesWhatItWasToGoOnWith() throws Exception {
        long execution = control.start(SYNC, BY_HAND).execution();
        ends(Outcome.FAILED);
        refusal = new JobStartException("not now");
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> control.restart(SYNC, Occasion.Cause.REQUESTED))
                    .isSameAs(refusal);
        }
        refusal = null;

        JobRun shown = shown();
        assertThat(shown.error()).isEqualTo("not now");
        assertThat(shown.restartable()).isTrue();
        assertThat(control.restart(SYNC, Occasion.Cause.REQUESTED).answer())
                .isEqualTo(JobControl.Answer.STARTED);
        assertThat(asked).last().isEqualTo("restart " + execution + " for run 22");

        ends(Outcome.COMPLETED);
        assertThat(shown().restartable()).isFalse();
    }

    /** The job's last run, as operators are told. */
    private JobRun shown() throws SQLException {
        JobStandings standings =
                new JobStandings(
                        runs,
                        new BatchRepository(database.source()),
                        new JobSchedules(TestSettings.with("EB_TIME_ZONE", "UTC")),
                        Clock.systemUTC());
        standings.look();
        return standings.all().stream()
                .filter(job -> job.name().equals(SYNC.code()))
                .findFirst()
                .orElseThrow()
                .last()
                .orElseThrow();
    }

    @Test
    void aRestartByItselfIsTriedUntilTheDatabaseTakesIt() throws Exception {
        nodeDiesIn(7);
        control.tidy();
        database.run("ALTER TABLE eb_job_runs RENAME COLUMN due_ms TO gone");
        assertThatThrownBy(control::tidy).isInstanceOf(SQLException.class);
        assertThat(outcomes()).containsExactly("failed");

        database.run("ALTER TABLE eb_job_runs RENAME COLUMN gone TO due_ms");
        control.tidy();
        control.tidy();

        assertThat(asked).containsExactly("restart 7 for run 2");
        assertThat(runs.running(SYNC))
                .singleElement()
                .satisfies(run -> assertThat(run.restarts()).isEqualTo(1));
    }

    @Test
    void whatSomebodyHasRestartedMeanwhileIsNotRestartedOnceMore() throws Exception {
        nodeDiesIn(7);
        control.tidy();
        database.run("ALTER TABLE eb_job_runs RENAME COLUMN due_ms TO gone");
        assertThatThrownBy(control::tidy).isInstanceOf(SQLException.class);
        database.run("ALTER TABLE eb_job_runs RENAME COLUMN gone TO due_ms");

        control.restart(SYNC, Occasion.Cause.REQUESTED);
        ends(Outcome.COMPLETED);
        control.tidy();

        assertThat(asked).containsExactly("restart 7 for run 2");
        assertThat(outcomes()).containsExactly("failed", "completed");
    }

    private void nodeDiesIn(long execution) throws SQLException {
        long run = runs.begin(SYNC, BY_HAND, "gone").orElseThrow();
        runs.execution(run, execution);
    }

    @Test
    void whatCameToItsEndIsNotRestarted() throws Exception {
        control.start(SYNC, BY_HAND);
        ends(Outcome.COMPLETED);

        assertThat(control.restart(SYNC, Occasion.Cause.REQUESTED).answer())
                .isEqualTo(JobControl.Answer.NOTHING);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whileItRunsItIsNotStartedAndThatIsWrittenDown() throws Exception {
        control.start(SYNC, BY_HAND);

        assertThat(control.start(SYNC, BY_HAND).answer()).isEqualTo(JobControl.Answer.BUSY);
        assertThat(asked).hasSize(1);
        assertThat(outcomes()).containsExactly("running", "skipped");
    }

    @Test
    void whatCannotBeginHasFailedAndTheJobIsFreeAgain() throws Exception {
        refusal = new JobStartException("no such job");
        assertThatThrownBy(() -> control.start(SYNC, BY_HAND)).isSameAs(refusal);

        refusal = null;
        assertThat(control.start(SYNC, BY_HAND).answer()).isEqualTo(JobControl.Answer.STARTED);
        assertThat(outcomes()).containsExactly("failed", "running");
    }

    @Test
    void whatRunsIsStoppedUnlessItHasEndedMeanwhile() throws Exception {
        assertThat(control.stop(SYNC)).as("nothing runs").isFalse();

        long execution = control.start(SYNC, BY_HAND).execution();
        assertThat(control.stop(SYNC)).isTrue();
        assertThat(asked).last().isEqualTo("stop " + execution);

        refusal = new BatchRuntimeException("not running");
        assertThat(control.stop(SYNC)).isFalse();
    }

    private void ends(Outcome outcome) throws SQLException {
        for (RunRow run : runs.running(SYNC)) {
            runs.end(run.id(), RunEnd.of(outcome, "It ended.", null));
            here.remove(run.id());
        }
    }

    private List<String> outcomes() throws SQLException {
        return database.rows("SELECT outcome FROM eb_job_runs ORDER BY id");
    }
}
