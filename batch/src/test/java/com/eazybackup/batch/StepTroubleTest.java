package com.eazybackup.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.platform.NodeLock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestSettings;
import com.eazybackup.usage.ItemsDaily;
import com.eazybackup.usage.WrittenDays;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.StepContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For what a run has failed, as its row says it. */
@SuppressWarnings("UnnecessaryAssignment") // There is no container here to do it.
class StepTroubleTest {

    private static final PortalJob JOB = PortalJob.ITEMS_DAILY;
    private static final Path JOBS = Path.of("src/main/resources/META-INF/batch-jobs");

    private final KnownJob job = new KnownJob(JOB, 1);
    private TestDatabase database;
    private RunRecorder recorder;

    @BeforeEach
    void begins() throws Exception {
        database = TestDatabase.migrated();
        JobRuns runs = new JobRuns(database.source(), Clock.systemUTC());
        RunningHere here = new RunningHere(new NodeLock(database.source()));
        Occasion occasion = Occasion.requested(false, Optional.empty());
        RunReport.begin(job, runs.begin(JOB, occasion, "n").orElseThrow());
        recorder = new RunRecorder();
        recorder.job = job;
        recorder.ended = new EndedRuns(runs, here);
    }

    @Test
    void aFigureThatCannotBeTakenSaysWhy() throws Exception {
        database.run("RENAME TABLE comet_items TO away");

        ends(thrownBy(rollup()));

        assertThat(row("outcome")).isEqualTo("failed");
        assertThat(row("error")).contains("comet_items").contains("doesn't exist");
    }

    @Test
    void whatIsToldIsOneLineAndWithoutSecrets() throws Exception {
        ends(new SQLException("no\nentry for password=hunter2"));

        assertThat(row("error")).startsWith("no entry for password").doesNotContain("hunter2");
    }

    @Test
    void theFirstCauseIsToldToo() throws Exception {
        ends(new BatchRuntimeException("not committed", new SQLException("disk full")));

        assertThat(row("error")).isEqualTo("not committed (disk full)");
    }

    @Test
    void whyAListFailedIsToldRatherThanThatOneDid() throws Exception {
        RunReport.of(job).error("obc: HTTP 500");

        ends(new SomeListsFailed("obc"));

        assertThat(row("error")).isEqualTo("obc: HTTP 500");
    }

    @Test
    void whatEndedTheRunIsToldRatherThanAListThatFailedBefore() throws Exception {
        RunReport.of(job).error("obc: HTTP 500");

        ends(new SQLException("disk full"));

        assertThat(row("error")).isEqualTo("disk full");
    }

    @Test
    void whereNobodyKnowsTheLogDoes() throws Exception {
        ends(null);

        assertThat(row("error")).isEqualTo("The server's log says why.");
    }

    @Test
    void everyStepOfAJobThatIsRecordedTells() throws IOException {
        try (Stream<Path> files = Files.list(JOBS)) {
            List<Path> recorded = files.filter(file -> text(file).contains("runRecorder")).toList();
            assertThat(recorded).isNotEmpty();
            assertThat(recorded)
                    .allSatisfy(
                            file ->
                                    assertThat(count(text(file), "\"stepTrouble\""))
                                            .isEqualTo(count(text(file), "<step ")));
        }
    }

    private Rollup rollup() {
        JobSchedules schedules = new JobSchedules(TestSettings.with("EB_TIME_ZONE", "UTC"));
        Rollup rollup = new Rollup();
        rollup.items = new ItemsDaily(database.source());
        rollup.schedules = schedules;
        rollup.clock = Clock.systemUTC();
        rollup.days =
                new FigureDays(new WrittenDays(database.source()), schedules, Clock.systemUTC());
        rollup.job = job;
        return rollup;
    }

    private static Exception thrownBy(Rollup rollup) {
        Exception[] thrown = new Exception[1];
        assertThatThrownBy(rollup::process)
                .isInstanceOfSatisfying(SQLException.class, e -> thrown[0] = e);
        return thrown[0];
    }

    /** As the batch runtime does it: a step's listener knows the exception, the job's does not. */
    private void ends(Exception why) {
        StepTrouble trouble = new StepTrouble();
        trouble.job = job;
        trouble.step = failed(why);
        trouble.afterStep();
        job.stands(BatchStatus.FAILED);
        recorder.afterJob();
    }

    private static StepContext failed(Exception why) {
        return (StepContext)
                Proxy.newProxyInstance(
                        StepContext.class.getClassLoader(),
                        new Class<?>[] {StepContext.class},
                        (proxy, method, given) -> {
                            assertThat(method.getName()).isEqualTo("getException");
                            return why;
                        });
    }

    private String row(String column) throws SQLException {
        return database.rows("SELECT " + column + " FROM eb_job_runs").get(0);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }
}
