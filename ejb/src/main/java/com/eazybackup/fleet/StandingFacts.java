package com.eazybackup.fleet;

import java.util.Map;

/**
 * What {@link StandingRule} judges a device by. Times are Unix seconds, null when not known.
 *
 * @param latest the backup that ended last, however long ago; null when none has
 * @param running the running backup that began last; null when none runs
 * @param failingSince when the first bad backup after the last good one ended
 * @param snoozedUntil of the device itself while it has no ended backup; 0 when it is not
 * @param firstDueAt when the first of its items is promised its next good backup; null when nothing
 *     is known of what its items are promised
 */
record StandingFacts(
        Long registeredAt,
        Ended latest,
        Running running,
        Long lastGoodAt,
        Long failingSince,
        int failures,
        Long promisedSecs,
        long snoozedUntil,
        Long firstDueAt) {

    /**
     * @param snoozedUntil 0 when it is not
     */
    record Ended(String jobId, int status, long startedAt, long endedAt, long snoozedUntil) {

        private Ended snoozed(long until) {
            return new Ended(jobId, status, startedAt, endedAt, until);
        }
    }

    /**
     * @param offlineSince of the device; 0 while it is online or not known
     * @param snoozedUntil 0 when it is not
     */
    record Running(String jobId, long startedAt, long offlineSince, long snoozedUntil) {

        private Running snoozed(long until) {
            return new Running(jobId, startedAt, offlineSince, until);
        }
    }

    /**
     * Whether the running backup stands for the device: as {@link LatestBackup} chooses, and also
     * one that began before the day when nothing else is of the day.
     *
     * @param day when the last 24 hours began
     */
    boolean runs(long day) {
        if (running == null) {
            return false;
        }
        if (latest == null || latest.endedAt() < day) {
            return true;
        }
        if (running.startedAt() != latest.endedAt()) {
            return running.startedAt() > latest.endedAt();
        }
        return running.startedAt() > latest.startedAt()
                || running.jobId().compareTo(latest.jobId()) > 0;
    }

    /**
     * @param device its key
     * @param snoozes by job or device, when it ends
     * @return the same with what is snoozed
     */
    StandingFacts snoozed(String device, Map<String, Long> snoozes) {
        long ofEnd = snoozes.getOrDefault(latest == null ? device : latest.jobId(), 0L);
        long ofRun = running == null ? 0 : snoozes.getOrDefault(running.jobId(), 0L);
        if (ofEnd == 0 && ofRun == 0) {
            return this;
        }
        return new StandingFacts(
                registeredAt,
                latest == null ? null : latest.snoozed(ofEnd),
                running == null ? null : running.snoozed(ofRun),
                lastGoodAt,
                failingSince,
                failures,
                promisedSecs,
                latest == null ? ofEnd : 0,
                firstDueAt);
    }

    /**
     * That of its items which is due first. Where nothing is known of them the backups of all count
     * for the device; when none was good the first bad one begins the time.
     */
    Long dueAt() {
        return firstDueAt == null ? dueAsAWhole() : firstDueAt;
    }

    private Long dueAsAWhole() {
        Long from = lastGoodAt == null ? failingSince : lastGoodAt;
        return from == null || promisedSecs == null ? null : Long.valueOf(from + promisedSecs);
    }

    /**
     * @return whether an item is due before its device would be by the backups of all of them
     */
    boolean itemBehind() {
        Long whole = lastGoodAt == null ? null : dueAsAWhole();
        return firstDueAt != null && whole != null && firstDueAt < whole;
    }
}
