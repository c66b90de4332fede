package com.eazybackup.ingest;

import com.eazybackup.comet.JobState;
import com.eazybackup.comet.JobStatus;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a device's ended backups come to. Pure. Made of them in their own order, one by one as they
 * come or all at once: the result is the same. Times are Unix seconds, null for never.
 *
 * @param latest null when none has ended
 * @param lastGoodAt when one last ended well, with or without warnings
 * @param failingSince when the first one that came out badly after that ended
 * @param failures how many of those there were; one that ends in the second of a good one is none
 */
record BackupHistory(BackupEnd latest, Long lastGoodAt, Long failingSince, int failures) {

    static final BackupHistory EMPTY = new BackupHistory(null, null, null, 0);

    private static final Set<JobState> GOOD = EnumSet.of(JobState.SUCCESS, JobState.WARNING);

    /** A skipped backup is neither: another one was running. Nor is what nobody knows. */
    private static final Set<JobState> BAD =
            EnumSet.of(JobState.ERROR, JobState.TIMEOUT, JobState.MISSED, JobState.CANCELLED);

    /**
     * @param status Comet's number
     * @return whether a backup that ended so is a good one
     */
    static boolean good(int status) {
        return GOOD.contains(JobStatus.of(status).state());
    }

    /**
     * What is known of the time since the last good backup, with nothing after it.
     *
     * @return what the ends of that second and later ones can be added to
     */
    BackupHistory upToTheLastGoodOne() {
        return new BackupHistory(null, lastGoodAt, null, 0);
    }

    /**
     * Several items of a device often end within one second, and are told in any order.
     *
     * @return whether the result of adding these is the same in whatever order they came
     */
    boolean takes(Collection<BackupEnd> ends) {
        return latest == null || ends.stream().allMatch(this::takes);
    }

    private boolean takes(BackupEnd end) {
        if (end.endedAt() != latest.endedAt()) {
            return end.endedAt() > latest.endedAt();
        }
        // Counted already or not: in the second of a good one there are no failures.
        return end.compareTo(latest) > 0
                || good(end.status())
                || (lastGoodAt != null && lastGoodAt == end.endedAt());
    }

    /**
     * @return whether one that ended then can be among those that are known
     */
    boolean reaches(long endedAt) {
        return endedAt == 0 || (latest != null && latest.endedAt() >= endedAt);
    }

    /**
     * @param ends in any order, such as it {@linkplain #takes takes}
     */
    BackupHistory with(Collection<BackupEnd> ends) {
        BackupHistory history = this;
        for (BackupEnd end : ends.stream().sorted().toList()) {
            history = history.with(end);
        }
        return history;
    }

    private BackupHistory with(BackupEnd end) {
        JobState state = JobStatus.of(end.status()).state();
        BackupEnd last = latest == null || end.compareTo(latest) > 0 ? end : latest;
        if (GOOD.contains(state)) {
            return new BackupHistory(last, end.endedAt(), null, 0);
        }
        boolean bad = BAD.contains(state) && (lastGoodAt == null || end.endedAt() > lastGoodAt);
        return bad
                ? new BackupHistory(
                        last,
                        lastGoodAt,
                        failingSince == null ? Long.valueOf(end.endedAt()) : failingSince,
                        failures + 1)
                : new BackupHistory(last, lastGoodAt, failingSince, failures);
    }
}
