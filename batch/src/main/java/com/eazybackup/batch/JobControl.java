package com.eazybackup.batch;

import com.eazybackup.platform.NodeLock;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/**
 * Starts, stops and restarts jobs.
 *
 * <p>Guarantee: of all nodes one runs a job at a time, and a due time is taken once, whoever asks
 * how often. What is not started because of that is recorded as skipped.
 */
@ApplicationScoped
public class JobControl {

    private static final Logger LOG = System.getLogger(JobControl.class.getName());

    /** The job's file that does what a suspicious nightly sync has left. */
    private static final String REMOVALS = "nightly-sync-removals";

    private BatchEngine engine;
    private JobRuns runs;
    private RunningHere here;
    private DeadRuns dead;

    JobControl() {}

    @Inject
    JobControl(BatchEngine engine, JobRuns runs, RunningHere here, DeadRuns dead) {
        this.engine = engine;
        this.runs = runs;
        this.here = here;
        this.dead = dead;
    }

    private static final int LOOKED_AT = 14;

    /** What came of asking. */
    enum Answer {
        STARTED,
        /** It runs, on this node or another. */
        BUSY,
        /** Another node took the due time. */
        TAKEN,
        /** There is nothing to restart, stop or confirm. */
        NOTHING
    }

    /**
     * @param execution 0 unless started
     */
    record Started(Answer answer, long execution) {}

    /** Begins the execution of a run. */
    private interface Beginning {
        long begin(Properties parameters);
    }

    Started start(PortalJob job, Occasion occasion) throws SQLException {
        return begin(job, occasion, parameters -> engine.start(job.code(), parameters));
    }

    /**
     * From the checkpoint of the last run, when that one has failed or was stopped. After removals
     * for a broken sync it is that sync; after a restart that could not begin, what that one was to
     * go on with.
     */
    Started restart(PortalJob job, Occasion.Cause cause) throws SQLException {
        Optional<RunRow> broken = runs.broken(job);
        return broken.isPresent()
                ? restart(job, broken.get(), cause, 0)
                : new Started(Answer.NOTHING, 0);
    }

    private Started restart(PortalJob job, RunRow broken, Occasion.Cause cause, int restarts)
            throws SQLException {
        return begin(
                job,
                Occasion.restart(cause, broken, restarts),
                parameters -> engine.restart(broken.execution(), parameters));
    }

    /** The removals that a run has left, when nobody has confirmed them. */
    Started confirm(PortalJob job) throws SQLException {
        Optional<RunRow> suspicious = suspicious(job);
        if (suspicious.isEmpty()) {
            return new Started(Answer.NOTHING, 0);
        }
        return begin(
                job,
                Occasion.confirmed(suspicious.get()),
                parameters -> {
                    parameters.setProperty("confirms", Long.toString(suspicious.get().id()));
                    return engine.start(REMOVALS, parameters);
                });
    }

    /** What ran to its end after a suspicious run has made up for it. */
    Optional<RunRow> suspicious(PortalJob job) throws SQLException {
        return RunRow.waiting(runs.ended(job, LOOKED_AT));
    }

    /**
     * @return false when it does not run
     */
    boolean stop(PortalJob job) throws SQLException {
        Optional<RunRow> running =
                runs.running(job).stream().filter(run -> run.execution() > 0).findFirst();
        if (running.isEmpty()) {
            return false;
        }
        try {
            engine.stop(running.get().execution());
            return true;
        } catch (BatchRuntimeException e) {
            LOG.log(Level.INFO, "{0} cannot be stopped: {1}", job.code(), e.getMessage());
            return false;
        }
    }

    private Started begin(PortalJob job, Occasion occasion, Beginning beginning)
            throws SQLException {
        Optional<NodeLock.Held> held = here.tryHold(job);
        if (held.isEmpty()) {
            boolean mine =
                    runs.skip(job, occasion, Nodes.own(), "Skipped: the last run still goes on.");
            return new Started(mine ? Answer.BUSY : Answer.TAKEN, 0);
        }
        boolean kept = false;
        try {
            dead.close(job);
            OptionalLong run = runs.begin(job, occasion, Nodes.own());
            if (run.isEmpty()) {
                runs.skip(job, occasion, Nodes.own(), "Skipped: another node took this time.");
                return new Started(Answer.TAKEN, 0);
            }
            here.add(run.getAsLong(), job, held.get());
            kept = true;
            return new Started(
                    Answer.STARTED, execution(run.getAsLong(), job, occasion, beginning));
        } finally {
            if (!kept) {
                held.get().close();
            }
        }
    }

    private long execution(long run, PortalJob job, Occasion occasion, Beginning beginning)
            throws SQLException {
        Properties parameters = new Properties();
        parameters.setProperty("run", Long.toString(run));
        parameters.setProperty("dry_run", Boolean.toString(occasion.dryRun()));
        occasion.date().ifPresent(date -> parameters.setProperty("date", date.toString()));
        try {
            long execution = beginning.begin(parameters);
            runs.execution(run, execution);
            return execution;
        } catch (RuntimeException e) {
            // Whatever it was: the job must not look as if it ran.
            here.remove(run);
            runs.end(run, RunEnd.of(Outcome.FAILED, "It could not begin.", RunTrouble.text(e)));
            LOG.log(Level.ERROR, "The job " + job.code() + " could not begin", e);
            throw e;
        }
    }

    /** A run that was started here has come to life. */
    void began(long run, long execution) throws SQLException {
        runs.execution(run, execution);
    }

    /**
     * An execution has begun that nobody here started: by the server's own command line. {@link
     * #began} is to follow.
     *
     * @return its run
     * @throws IllegalStateException when the job runs already
     */
    long adopt(PortalJob job, boolean dryRun) throws SQLException {
        Occasion occasion = Occasion.requested(dryRun, Optional.empty());
        Optional<NodeLock.Held> held = here.tryHold(job);
        if (held.isEmpty()) {
            runs.skip(job, occasion, Nodes.own(), "Skipped: the last run still goes on.");
            throw new IllegalStateException(job.code() + " runs already");
        }
        boolean kept = false;
        try {
            dead.close(job);
            long run = runs.begin(job, occasion, Nodes.own()).orElseThrow();
            here.add(run, job, held.get());
            kept = true;
            return run;
        } finally {
            if (!kept) {
                held.get().close();
            }
        }
    }

    /**
     * Restarts by themselves those that may be, also what an earlier call could not restart because
     * the database did not answer.
     *
     * @return dead runs that were found
     */
    int tidy() throws SQLException {
        int found = dead.find().size();
        for (RunRow run : dead.unrestarted()) {
            goOnWith(run);
        }
        return found;
    }

    private void goOnWith(RunRow run) throws SQLException {
        PortalJob job = PortalJob.of(run.job()).orElseThrow();
        try {
            if (isLast(job, run)) {
                restart(job, run, Occasion.Cause.CAUGHT_UP, run.restarts() + 1);
            }
            dead.restarted(run);
        } catch (RuntimeException e) {
            // That it could not begin is written down: somebody must look at it.
            dead.restarted(run);
            throw e;
        }
    }

    /** Nobody has gone on with it, or begun another one, meanwhile. */
    private boolean isLast(PortalJob job, RunRow run) throws SQLException {
        return runs.running(job).isEmpty()
                && runs.lastBegun(job).filter(last -> last.id() == run.id()).isPresent();
    }
}
