package com.eazybackup.batch;

import com.eazybackup.platform.LongWork;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;

/**
 * Writes down how a run ended: its row and one line of the log. A run that was begun by somebody
 * else than {@link JobControl} is given a row here.
 */
@Named
@Dependent
public class RunRecorder implements JobListener {

    private static final Logger LOG = System.getLogger(RunRecorder.class.getName());

    @Inject JobContext job;
    @Inject JobControl control;
    @Inject RunningHere here;
    @Inject EndedRuns ended;

    @Inject
    @BatchProperty(name = "run")
    String run;

    @Inject
    @BatchProperty(name = "dry_run")
    boolean dryRun;

    @Override
    public void beforeJob() throws SQLException {
        // Threads of the batch runtime do nothing else: where afterJob is not called, the mark
        // stays right.
        LongWork.begin();
        long id = run == null || run.isEmpty() ? 0 : Long.parseLong(run);
        if (!here.has(id)) {
            id = control.adopt(known(), dryRun);
        }
        begin(id);
    }

    private PortalJob known() {
        return PortalJob.of(job.getJobName())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        job.getJobName() + " is started by the portal alone"));
    }

    private void begin(long id) throws SQLException {
        try {
            // Also when who has started it does not come to that.
            control.began(id, job.getExecutionId());
            RunReport.begin(job, id);
        } catch (SQLException | RuntimeException e) {
            // Nothing of the job is done then, and without a report afterJob writes nothing.
            ended.write(id, RunEnd.of(Outcome.FAILED, "It could not begin.", RunTrouble.text(e)));
            throw e;
        }
    }

    @Override
    public void afterJob() {
        try {
            writeDown();
        } finally {
            LongWork.end();
        }
    }

    private void writeDown() {
        RunReport report = RunReport.of(job);
        if (report == null) {
            return;
        }
        Outcome outcome =
                switch (job.getBatchStatus()) {
                    case STARTED, COMPLETED -> Outcome.COMPLETED;
                    case STOPPING, STOPPED -> Outcome.STOPPED;
                    default -> Outcome.FAILED;
                };
        RunEnd end = report.end(outcome);
        ended.write(report.run(), end);
        LOG.log(
                outcome == Outcome.COMPLETED ? Level.INFO : Level.WARNING,
                "{0} (run {1}, execution {2}): {3}; processed {4}, skipped {5}, repaired {6}. {7} {8}",
                job.getJobName(),
                report.run(),
                job.getExecutionId(),
                end.outcome().wire(),
                end.processed(),
                end.skipped(),
                end.repaired(),
                end.sentence(),
                end.error());
    }
}
