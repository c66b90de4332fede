package com.eazybackup.batch;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether the day's figures wait for the nightly sync, which puts right what they count. Pure.
 *
 * <p>After a night in which no node ran, all that was missed comes at once and in no order: figures
 * then wait a moment first, in which the sync is taken.
 */
final class SyncFirst {

    /** So late a timer is no longer on time: no node ran when it was due. */
    private static final Duration LATE = Duration.ofMinutes(5);

    /** A sync that takes longer, or cannot begin, must not cost the day its figures. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(3);

    private SyncFirst() {}

    /**
     * @param due of the figures
     * @param syncRuns on whatever node
     * @param syncIsDue whether its time has come and nobody has taken it
     */
    static boolean waits(DueTime due, Instant now, boolean syncRuns, boolean syncIsDue) {
        if (due.waits() && !now.isBefore(due.firstTried(now).plus(LONGEST_WAIT))) {
            return false;
        }
        return syncRuns || syncIsDue || (isLate(due, now) && !due.waits());
    }

    /**
     * @return whether it is caught up: no node ran when it was due. Waiting for the sync is no
     *     delay
     */
    static boolean isLate(DueTime due, Instant now) {
        return due.firstTried(now).isAfter(due.at().plus(LATE));
    }
}
