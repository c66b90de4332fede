package com.eazybackup.web.api.operations;

import com.eazybackup.batch.JobRun;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run of a job, as programs see it.
 *
 * @param execution null of one that never began
 * @param began Unix seconds, as {@code ended}, which is null while it goes on
 * @param steps null where only the run itself is told
 * @param details an object; null where only the run itself is told
 */
record JobRunAnswer(
        long id,
        Long execution,
        long began,
        Long ended,
        Long tookMs,
        String cause,
        boolean dryRun,
        String node,
        String outcome,
        long processed,
        long skipped,
        long repaired,
        String sentence,
        String error,
        boolean restartable,
        List<Step> steps,
        @JsonRawValue String details) {

    /** A step of it. */
    record Step(
            String name,
            String status,
            long read,
            long written,
            long skipped,
            Long began,
            Long ended) {

        static Step of(JobRun.Step step) {
            return new Step(
                    step.name(),
                    step.status(),
                    step.read(),
                    step.written(),
                    step.skipped(),
                    seconds(step.began()),
                    seconds(step.ended()));
        }
    }

    /** The run alone. */
    static JobRunAnswer brief(JobRun run) {
        return of(run, null, null);
    }

    static JobRunAnswer whole(JobRun run) {
        return of(run, steps(run), run.details());
    }

    static List<Step> steps(JobRun run) {
        return run.steps().stream().map(Step::of).toList();
    }

    private static JobRunAnswer of(JobRun run, List<Step> steps, String details) {
        return new JobRunAnswer(
                run.id(),
                run.execution().isPresent() ? run.execution().getAsLong() : null,
                run.began().getEpochSecond(),
                seconds(run.ended()),
                run.ended()
                        .map(ended -> ended.toEpochMilli() - run.began().toEpochMilli())
                        .orElse(null),
                run.cause(),
                run.dryRun(),
                run.node(),
                run.outcome(),
                run.processed(),
                run.skipped(),
                run.repaired(),
                run.sentence(),
                run.error(),
                run.restartable(),
                steps,
                details);
    }

    static Long seconds(Optional<Instant> time) {
        return time.map(Instant::getEpochSecond).orElse(null);
    }
}
