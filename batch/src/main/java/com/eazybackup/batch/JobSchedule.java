package com.eazybackup.batch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a job runs, by the clock of one time zone. A time that does not exist in a night is moved
 * behind the gap; one that exists twice is the first of the two.
 */
final class JobSchedule {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String OFF = "off";

    private final LocalTime daily;
    private final int minute;
    private final ZoneId zone;

    private JobSchedule(LocalTime daily, int minute, ZoneId zone) {
        this.daily = daily;
        this.minute = minute;
        this.zone = zone;
    }

    /**
     * @param value a time such as {@code 00:30}, a minute such as {@code 5} for each hour, or
     *     {@code off}; checked before
     */
    static JobSchedule of(String value, ZoneId zone) {
        if (value.equals(OFF)) {
            return new JobSchedule(null, -1, zone);
        }
        return value.contains(":")
                ? new JobSchedule(LocalTime.parse(value), -1, zone)
                : new JobSchedule(null, Integer.parseInt(value), zone);
    }

    boolean enabled() {
        return daily != null || minute >= 0;
    }

    /**
     * @return for people, such as {@code daily 00:30} or {@code hourly :05}
     */
    String text() {
        if (daily != null) {
            return "daily " + daily;
        }
        return minute < 0 ? OFF : "hourly :%02d".formatted(minute);
    }

    ZoneId zone() {
        return zone;
    }

    /**
     * @return the first time after that one; empty when it is off
     */
    Optional<Instant> next(Instant after) {
        if (daily != null) {
            return Optional.of(nextDaily(after));
        }
        return minute < 0 ? Optional.empty() : Optional.of(nextHourly(after));
    }

    private Instant nextDaily(Instant after) {
        LocalDate day = after.atZone(zone).toLocalDate().minusDays(1);
        Instant due = on(day);
        while (!due.isAfter(after)) {
            day = day.plusDays(1);
            due = on(day);
        }
        return due;
    }

    /**
     * Of a time that exists twice {@code ZonedDateTime} takes the first, of none the one behind.
     */
    private Instant on(LocalDate day) {
        return ZonedDateTime.of(day, daily, zone).toInstant();
    }

    private Instant nextHourly(Instant after) {
        Instant due =
                after.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusMinutes(minute).toInstant();
        while (!due.isAfter(after)) {
            due = due.plus(HOUR);
        }
        return due;
    }

    /**
     * @return the day that a figure taken at that time is of
     */
    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
