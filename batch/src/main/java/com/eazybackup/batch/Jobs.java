package com.eazybackup.batch;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.fleet.Page;
import com.eazybackup.platform.DatabaseUnavailable;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The jobs that run by themselves, for operators: how they stand on all nodes, and what may be
 * asked of them.
 *
 * <p>Every method throws {@link AccessRefused} for who may not, and for a name that no job has; and
 * {@link DatabaseUnavailable} when something cannot be read or written down, in which case nothing
 * was done.
 */
@ApplicationScoped
public class Jobs {

    private Door door;
    private JobStandings standings;
    private JobControl control;
    private JobRuns runs;
    private FigureDays days;
    private BatchRepository repository;

    Jobs() {}

    @Inject
    Jobs(
            Door door,
            JobStandings standings,
            JobControl control,
            JobRuns runs,
            FigureDays days,
            BatchRepository repository) {
        this.door = door;
        this.standings = standings;
        this.control = control;
        this.runs = runs;
        this.days = days;
        this.repository = repository;
    }

    /** Something that needs the database. */
    private interface Asked<T> {
        T run() throws SQLException;
    }

    /**
     * Costs no query: it also works while the database does not.
     *
     * @return some seconds old
     */
    public List<JobStanding> all() {
        door.enter(Action.SEE_JOBS);
        return standings.all();
    }

    /**
     * @param page from 1
     * @return all runs of that job, the newest first, also those that were skipped
     */
    public Page<JobRun> runs(String name, int page, int size) {
        door.enter(Action.SEE_JOB_RUNS);
        PortalJob job = job(Action.SEE_JOB_RUNS, name);
        return reading(
                () -> {
                    List<RunRow> found = runs.page(job, page, size);
                    Map<Long, List<StepRow>> steps =
                            repository.steps(
                                    found.stream()
                                            .map(RunRow::execution)
                                            .filter(execution -> execution > 0)
                                            .toList());
                    return new Page<>(
                            found.stream()
                                    .map(
                                            run ->
                                                    JobRun.of(
                                                            run,
                                                            steps.getOrDefault(
                                                                    run.execution(), List.of())))
                                    .toList(),
                            page,
                            size,
                            runs.count(job));
                });
    }

    /**
     * Starts it now.
     *
     * @param dryRun for a run that reads and counts, and writes nothing
     * @param date the day whose figures are written; see {@link #takesDate}
     * @return the number of the execution; empty while it runs on some node
     * @throws DayRefused when the figures of that day cannot be written
     */
    public OptionalLong start(String name, boolean dryRun, Optional<LocalDate> date) {
        PortalJob job = job(Action.START_JOB, name);
        Optional<String> refusal =
                date.isPresent() ? reading(() -> days.refusal(job, date.get())) : Optional.empty();
        OptionalLong execution =
                act(
                        Action.START_JOB,
                        job,
                        () ->
                                refusal.isPresent()
                                        ? new JobControl.Started(JobControl.Answer.NOTHING, 0)
                                        : control.start(job, Occasion.requested(dryRun, date)));
        refusal.ifPresent(
                why -> {
                    throw new DayRefused(why);
                });
        return execution;
    }

    /**
     * @return whether the job takes figures of a day; false for an unknown one
     */
    public boolean takesDate(String name) {
        door.enter(Action.START_JOB);
        return PortalJob.of(name).filter(PortalJob::afterSync).isPresent();
    }

    /**
     * Goes on with the last run, when that one has failed or was stopped, from its checkpoint.
     *
     * @return the number of the new execution; empty when there is nothing to go on with
     */
    public OptionalLong restart(String name) {
        PortalJob job = job(Action.RESTART_JOB, name);
        return act(Action.RESTART_JOB, job, () -> control.restart(job, Occasion.Cause.REQUESTED));
    }

    /**
     * Does the removals that the last nightly sync left, because a list had lost suspiciously many
     * accounts. The Comet Servers are asked again first.
     *
     * @return the number of the execution; empty when nothing waits for that
     */
    public OptionalLong confirm(String name) {
        PortalJob job = job(Action.CONFIRM_REMOVALS, name);
        return act(Action.CONFIRM_REMOVALS, job, () -> control.confirm(job));
    }

    /**
     * Has the run end at its next checkpoint, on whatever node it is.
     *
     * @return false when it does not run
     */
    public boolean stop(String name) {
        PortalJob job = job(Action.STOP_JOB, name);
        return reading(
                () ->
                        door.<Boolean, SQLException>act(
                                Action.STOP_JOB,
                                job.code(),
                                () -> control.stop(job),
                                stopped -> stopped ? "ok" : "conflict"));
    }

    private OptionalLong act(Action action, PortalJob job, Asked<JobControl.Started> asked) {
        JobControl.Started started =
                reading(
                        () ->
                                door.<JobControl.Started, SQLException>act(
                                        action, job.code(), asked::run, Jobs::word));
        return started.answer() == JobControl.Answer.STARTED
                ? OptionalLong.of(started.execution())
                : OptionalLong.empty();
    }

    private static String word(JobControl.Started started) {
        return started.answer() == JobControl.Answer.STARTED ? "ok" : "conflict";
    }

    private PortalJob job(Action action, String name) {
        door.enter(action);
        return PortalJob.of(name).orElseThrow(() -> door.foreign(action, name));
    }

    private static <T> T reading(Asked<T> asked) {
        try {
            return asked.run();
        } catch (SQLException | BatchRuntimeException e) {
            throw new DatabaseUnavailable("the tables of the jobs do not answer", e);
        }
    }
}
