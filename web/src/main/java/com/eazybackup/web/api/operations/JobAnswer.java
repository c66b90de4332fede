package com.eazybackup.web.api.operations;

import com.eazybackup.batch.JobRun;
import com.eazybackup.batch.JobStanding;
import java.util.List;

/**
 * A job, as programs see it.
 *
 * @param next Unix seconds; null when it is off
 * @param running null while it does not run
 * @param last null when it never ran
 * @param durations of the last runs, the oldest first
 * @param needsConfirmation null unless a suspicious run waits for an operator
 */
record JobAnswer(
        String name,
        String schedule,
        String zone,
        Long next,
        boolean enabled,
        Running running,
        JobRunAnswer last,
        List<JobStanding.Took> durations,
        Waiting needsConfirmation) {

    /**
     * A run that goes on.
     *
     * @param total as many as the last complete run had; null when there is none
     */
    record Running(
            Long execution,
            long began,
            String node,
            boolean dryRun,
            long done,
            Long total,
            List<JobRunAnswer.Step> steps) {

        static Running of(JobStanding.Progress progress) {
            JobRun run = progress.run();
            return new Running(
                    run.execution().isPresent() ? run.execution().getAsLong() : null,
                    run.began().getEpochSecond(),
                    run.node(),
                    run.dryRun(),
                    progress.done(),
                    progress.total().isPresent() ? progress.total().getAsLong() : null,
                    JobRunAnswer.steps(run));
        }
    }

    /** What an operator must confirm. */
    record Waiting(Long execution, String sentence) {

        static Waiting of(JobRun run) {
            return new Waiting(
                    run.execution().isPresent() ? run.execution().getAsLong() : null,
                    run.sentence());
        }
    }

    static JobAnswer of(JobStanding job) {
        return new JobAnswer(
                job.name(),
                job.schedule(),
                job.zone().getId(),
                JobRunAnswer.seconds(job.next()),
                job.enabled(),
                job.running().map(Running::of).orElse(null),
                job.last().map(JobRunAnswer::brief).orElse(null),
                job.recent(),
                job.toConfirm().map(Waiting::of).orElse(null));
    }
}
