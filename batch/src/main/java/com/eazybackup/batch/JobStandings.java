package com.eazybackup.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How the jobs stand, kept in memory: looking costs no query, and works without the database. */
@ApplicationScoped
public class JobStandings {

    private static final int RECENT = 14;

    private JobRuns runs;
    private BatchRepository repository;
    private JobSchedules schedules;
    private Clock clock;
    private volatile Map<PortalJob, Seen> seen = Map.of();
    private String mark = "";

    /** What the last look found of a job. */
    private record Seen(
            Optional<JobStanding.Progress> running, List<RunRow> ended, Optional<JobRun> last) {}

    JobStandings() {}

    @Inject
    JobStandings(JobRuns runs, BatchRepository repository, JobSchedules schedules, Clock clock) {
        this.runs = runs;
        this.repository = repository;
        this.schedules = schedules;
        this.clock = clock;
    }

    /** Reads what all nodes have written down: two small queries while nothing begins or ends. */
    void look() throws SQLException {
        String now = runs.mark();
        boolean same = now.equals(mark);
        List<RunRow> running = runs.running();
        Map<PortalJob, Seen> found = new EnumMap<>(PortalJob.class);
        for (PortalJob job : PortalJob.values()) {
            Seen before = same ? seen.get(job) : ended(job);
            found.put(job, new Seen(progress(job, running), before.ended(), before.last()));
        }
        seen = found;
        mark = now;
    }

    private Seen ended(PortalJob job) throws SQLException {
        List<RunRow> ended = runs.ended(job, RECENT);
        Optional<RunRow> last = RunRow.last(ended);
        if (last.isEmpty()) {
            last = runs.page(job, 1, 1).stream().filter(this::over).findFirst();
        }
        boolean restartable = runs.broken(job).isPresent();
        return new Seen(
                Optional.empty(), ended, last.map(row -> JobRun.of(row, List.of(), restartable)));
    }

    private Optional<JobStanding.Progress> progress(PortalJob job, List<RunRow> running)
            throws SQLException {
        Optional<RunRow> now =
                running.stream().filter(run -> run.job().equals(job.code())).findFirst();
        return now.isPresent() ? Optional.of(progress(now.get())) : Optional.empty();
    }

    private boolean over(RunRow run) {
        return run.outcome() != Outcome.RUNNING;
    }

    private JobStanding.Progress progress(RunRow run) throws SQLException {
        List<StepRow> steps =
                run.execution() > 0
                        ? repository
                                .steps(List.of(run.execution()))
                                .getOrDefault(run.execution(), List.of())
                        : List.of();
        return new JobStanding.Progress(
                JobRun.of(run, steps),
                run.done(),
                run.total() >= 0 ? OptionalLong.of(run.total()) : OptionalLong.empty());
    }

    /**
     * @return in the order in which they run at night
     */
    List<JobStanding> all() {
        return Arrays.stream(PortalJob.values()).map(this::standing).toList();
    }

    /**
     * @return whether the first look is over
     */
    boolean known() {
        return !seen.isEmpty();
    }

    /**
     * @return since when no run has been completed: from the end of the last one that was, else
     *     from the oldest that is remembered; empty when there was none
     */
    Optional<Instant> withoutSuccessSince(PortalJob job) {
        List<RunRow> newestFirst = ended(seen.get(job));
        return newestFirst.stream()
                .filter(run -> run.outcome() == Outcome.COMPLETED && !run.dryRun())
                .filter(run -> !run.removesForBrokenSync())
                .findFirst()
                .map(RunRow::endedMs)
                .or(() -> newestFirst.stream().reduce((newer, older) -> older).map(RunRow::beganMs))
                .map(Instant::ofEpochMilli);
    }

    /**
     * @return milliseconds; empty before the first run has ended
     */
    OptionalLong lastTook(PortalJob job) {
        return ended(seen.get(job)).stream()
                .mapToLong(run -> run.endedMs() - run.beganMs())
                .findFirst();
    }

    /**
     * @return runs that have failed since the last one that was completed, of those remembered;
     *     removals of a broken sync count when they have failed, too
     */
    long failuresInRow(PortalJob job) {
        return ended(seen.get(job)).stream()
                .filter(run -> !run.dryRun() && run.outcome() != Outcome.STOPPED)
                .filter(run -> run.outcome() == Outcome.FAILED || !run.removesForBrokenSync())
                .takeWhile(run -> run.outcome() == Outcome.FAILED)
                .count();
    }

    boolean runs(PortalJob job) {
        return Optional.ofNullable(seen.get(job)).flatMap(Seen::running).isPresent();
    }

    /** The newest first. */
    private static List<RunRow> ended(Seen found) {
        return found == null ? List.of() : found.ended();
    }

    private JobStanding standing(PortalJob job) {
        JobSchedule schedule = schedules.of(job);
        Seen found =
                seen.getOrDefault(job, new Seen(Optional.empty(), List.of(), Optional.empty()));
        Instant now = clock.instant();
        return new JobStanding(
                job.code(),
                schedule.text(),
                schedule.zone(),
                schedule.next(now),
                schedule.enabled(),
                found.running(),
                found.last(),
                durations(found.ended()),
                RunRow.waiting(found.ended()).map(row -> JobRun.of(row, List.of())));
    }

    private static List<JobStanding.Took> durations(List<RunRow> newestFirst) {
        List<JobStanding.Took> took = new ArrayList<>();
        newestFirst.forEach(
                run ->
                        took.add(
                                new JobStanding.Took(
                                        run.endedMs() - run.beganMs(), run.outcome().wire())));
        Collections.reverse(took);
        return took;
    }
}
