package com.eazybackup.batch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A run of a job, as operators see it.
 *
 * @param execution in the server's batch repository; empty of one that never began
 * @param cause {@code schedule}, {@code requested} or {@code caught-up}
 * @param outcome {@code running}, {@code completed}, {@code suspicious}, {@code failed}, {@code
 *     stopped} or {@code skipped}
 * @param sentence for people, in English
 * @param details JSON
 */
public record JobRun(
        long id,
        OptionalLong execution,
        Instant began,
        Optional<Instant> ended,
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
        String details) {

    /**
     * A step of it.
     *
     * @param status of Jakarta Batch, in lower case
     * @param read things that were read, as are written and skipped
     */
    public record Step(
            String name,
            String status,
            long read,
            long written,
            long skipped,
            Optional<Instant> began,
            Optional<Instant> ended) {

        static Step of(StepRow row) {
            return new Step(
                    row.name(),
                    row.status(),
                    row.read(),
                    row.written(),
                    row.skipped(),
                    time(row.beganMs()),
                    time(row.endedMs()));
        }
    }

    static JobRun of(RunRow row, List<StepRow> steps) {
        return of(row, steps, row.restartable());
    }

    /**
     * @param restartable whether a restart of its job has something to go on with, which may be a
     *     run before it
     */
    static JobRun of(RunRow row, List<StepRow> steps, boolean restartable) {
        return new JobRun(
                row.id(),
                row.execution() > 0 ? OptionalLong.of(row.execution()) : OptionalLong.empty(),
                Instant.ofEpochMilli(row.beganMs()),
                time(row.endedMs()),
                row.cause(),
                row.dryRun(),
                row.node(),
                row.outcome().wire(),
                row.processed(),
                row.skipped(),
                row.repaired(),
                row.sentence(),
                row.error(),
                restartable,
                steps.stream().map(Step::of).toList(),
                row.details() == null ? "{}" : row.details());
    }

    private static Optional<Instant> time(long ms) {
        return ms > 0 ? Optional.of(Instant.ofEpochMilli(ms)) : Optional.empty();
    }
}
