package com.eazybackup.batch;

import java.io.Serializable;
import java.time.Instant;

/**
 * What a timer knows: kept with it in the database.
 *
 * @param schedule that it was made for; see {@link #key}
 * @param dueMs milliseconds since 1970
 * @param waitsSinceMs since when it waits for the nightly sync; 0 while it does not
 */
record DueTime(String job, String schedule, long dueMs, long waitsSinceMs) {

    private static final int PARTS = 4;

    /**
     * @return null for what is no due time of ours
     */
    static DueTime of(Serializable info) {
        String[] parts = String.valueOf(info).split("\\|", -1);
        if (parts.length != PARTS || !parts[2].matches("[0-9]{1,18}")) {
            return null;
        }
        long due = Long.parseLong(parts[2]);
        return new DueTime(parts[0], parts[1], due, waitsSince(parts[3], due));
    }

    /** Timers of earlier versions say whether they have waited, and not since when. */
    private static long waitsSince(String text, long due) {
        if (text.matches("[0-9]{1,18}")) {
            return Long.parseLong(text);
        }
        return Boolean.parseBoolean(text) ? due : 0;
    }

    /**
     * @return tells schedules apart
     */
    static String key(JobSchedule schedule) {
        return schedule.text() + " " + schedule.zone();
    }

    /** Waits, from now on or as long as it has already. */
    DueTime waiting(Instant now) {
        return waits() ? this : new DueTime(job, schedule, dueMs, now.toEpochMilli());
    }

    boolean waits() {
        return waitsSinceMs > 0;
    }

    /**
     * @return when its turn came first: only the nightly sync has kept it from it since
     */
    Instant firstTried(Instant now) {
        return waits() ? Instant.ofEpochMilli(waitsSinceMs) : now;
    }

    Instant at() {
        return Instant.ofEpochMilli(dueMs);
    }

    String text() {
        return String.join("|", job, schedule, Long.toString(dueMs), Long.toString(waitsSinceMs));
    }
}
