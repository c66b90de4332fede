package com.eazybackup.fleet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The midnights between the 13 days before today, as a person in one zone counts days. A day may
 * have 23 or 25 hours, and a zone's midnight may be any time in UTC.
 */
final class DayBoundaries {

    /** Today is left to the 24-hour bar. */
    static final int DAYS = 13;

    private DayBoundaries() {}

    /**
     * @return {@link #DAYS} + 1 instants in Unix seconds, rising: day i is from i up to before i +
     *     1
     */
    static List<Long> of(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return IntStream.rangeClosed(0, DAYS)
                .mapToObj(i -> today.minusDays(DAYS - i).atStartOfDay(zone).toEpochSecond())
                .toList();
    }
}
