package com.eazybackup.batch;

import java.util.List;
import java.util.Optional;

/**
 * A row of {@code eb_job_runs}. Times are milliseconds since 1970; 0 for what is not known.
 *
 * @param execution in the batch repository; 0 of one that never began
 * @param total -1 when it is not known
 */
record RunRow(
        long id,
        String job,
        long execution,
        String cause,
        boolean dryRun,
        String node,
        long beganMs,
        long endedMs,
        Outcome outcome,
        long done,
        long total,
        long processed,
        long skipped,
        long repaired,
        String sentence,
        String error,
        String details,
        long restartOf,
        int restarts,
        long confirmedMs) {

    boolean restartable() {
        return outcome.restartable() && execution > 0;
    }

    /**
     * @param newestFirst ended runs of a job
     * @return the one whose removals an operator must confirm; one that was completed since has
     *     made up for it
     */
    static Optional<RunRow> waiting(List<RunRow> newestFirst) {
        for (RunRow run : newestFirst) {
            if (run.waitsForConfirmation()) {
                return Optional.of(run);
            }
            boolean whole = run.outcome() == Outcome.COMPLETED && !run.dryRun();
            if (whole && !run.removesForBrokenSync()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** One that failed for another Comet Server has left what it has left all the same. */
    private boolean waitsForConfirmation() {
        boolean left =
                outcome == Outcome.SUSPICIOUS
                        || (outcome.restartable() && RunDetails.of(details).waits());
        return left && !isConfirmed() && !dryRun;
    }

    /**
     * @param newestFirst ended runs of a job
     * @return the last one that says how the job itself stands: not the removals of a sync that was
     *     broken off, also when they have failed. Who restarts gets the sync; the removals are
     *     offered to be confirmed again until they are done
     */
    static Optional<RunRow> last(List<RunRow> newestFirst) {
        return newestFirst.stream().filter(run -> !run.removesForBrokenSync()).findFirst();
    }

    boolean isConfirmed() {
        return confirmedMs > 0;
    }

    /** However it ended: it completes no sync, and hides none that is broken. */
    boolean removesForBrokenSync() {
        return RunDetails.of(details).ofBrokenSync();
    }
}
