package com.eazybackup.fleet;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Which devices, in which order.
 *
 * @param page from 1
 * @param size 1 to {@link #MAX_SIZE}
 * @param sort of all of them, or within each group
 * @param grouping whether groups stand together
 * @param zone of the person who looks: days begin at its midnights
 */
public record DeviceQuery(
        int page,
        int size,
        DeviceSort sort,
        DeviceFilter filter,
        Optional<Grouping> grouping,
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

    /** Not grouped. */
    public DeviceQuery(int page, int size, DeviceSort sort, DeviceFilter filter, ZoneId zone) {
        this(page, size, sort, filter, Optional.empty(), zone);
    }

    /**
     * @return the first page of everything by name
     */
    public static DeviceQuery first(ZoneId zone) {
        return new DeviceQuery(1, DEFAULT_SIZE, DeviceSort.NAME, DeviceFilter.ALL, zone);
    }

    long offset() {
        return (page - 1L) * size;
    }
}
