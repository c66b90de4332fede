package com.eazybackup.fleet;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * Which devices, in which order.
 *
 * @param page from 1
 * @param size 1 to {@link #MAX_SIZE}
 * @param text looked for in name, user name, operating system and version, in any case; empty for
 *     all
 * @param online only those that are, or are not, connected
 * @param had only those with such a job now or in the last 24 hours
 * @param standing only those that stand so and are not snoozed; empty for all
 * @param zone of the person who looks: days begin at its midnights
 */
public record DeviceQuery(
        int page,
        int size,
        DeviceSort sort,
        String text,
        Optional<Boolean> online,
        Optional<JobBucket> had,
        Optional<Set<DeviceState>> standing,
        ZoneId zone) {

    public static final int MAX_SIZE = 200;
    public static final int DEFAULT_SIZE = 50;

    /** Deep enough for any fleet, and keeps the offset a number that the database can take. */
    public static final int MAX_PAGE = 1_000_000;

    public DeviceQuery {
        if (page < 1 || page > MAX_PAGE) {
            throw new IllegalArgumentException("page is 1 to " + MAX_PAGE + ", not " + page);
        }
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("size is 1 to " + MAX_SIZE + ", not " + size);
        }
    }

    /** Whatever their jobs, and however they stand. */
    public DeviceQuery(
            int page,
            int size,
            DeviceSort sort,
            String text,
            Optional<Boolean> online,
            ZoneId zone) {
        this(page, size, sort, text, online, Optional.empty(), Optional.empty(), zone);
    }

    /**
     * @return the first page of everything by name
     */
    public static DeviceQuery first(ZoneId zone) {
        return new DeviceQuery(1, DEFAULT_SIZE, DeviceSort.NAME, "", Optional.empty(), zone);
    }

    long offset() {
        return (page - 1L) * size;
    }
}
