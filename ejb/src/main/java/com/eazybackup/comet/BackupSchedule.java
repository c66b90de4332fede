package com.eazybackup.comet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * When a backup rule starts backups, as far as it says how long the time between two of them can
 * be.
 *
 * @param secondsPast of a periodic one the length of the period
 * @param days the only ones on which it runs; empty when it runs on all
 * @param never whether it runs on no day at all
 * @param closedSecs how long of each day it may not run
 * @param delaySecs at most, by chance
 */
public record BackupSchedule(
        int frequency,
        long secondsPast,
        Set<DayOfWeek> days,
        boolean never,
        long closedSecs,
        long delaySecs) {

    private static final int DAILY = 8011;
    private static final int HOURLY = 8012;
    private static final int WEEKLY = 8013;
    private static final int MONTHLY = 8014;
    private static final int PERIODIC = 8015;
    private static final int YEARLY = 8016;

    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final int WEEK = 7;
    private static final long LONGEST_MONTH = 31;
    private static final long LONGEST_YEAR = 366;
    private static final long MOST_DELAY = 18_000;

    public BackupSchedule {
        days = Set.copyOf(days);
    }

    static BackupSchedule from(JsonNode schedule) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        boolean restricted = Wire.flag(schedule, "RestrictDays");
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            if (restricted && Wire.flag(schedule.path("DaysSelect"), name)) {
                days.add(day);
            }
        }
        return new BackupSchedule(
                Wire.integer(schedule, "FrequencyType"),
                Wire.number(schedule, "SecondsPast"),
                days,
                restricted && days.isEmpty(),
                Wire.flag(schedule, "RestrictRuntime") ? closed(schedule) : 0,
                Math.max(0, Math.min(MOST_DELAY, Wire.number(schedule, "RandomDelaySecs"))));
    }

    /** From and to the same minute is no limit. */
    private static long closed(JsonNode schedule) {
        long from = minute(schedule.path("FromTime"));
        long to = minute(schedule.path("ToTime"));
        return Math.floorMod(from - to, DAY);
    }

    private static long minute(JsonNode time) {
        return Wire.number(time, "Hour") * HOUR + Wire.number(time, "Minutes") * 60;
    }

    /**
     * @return the longest time between the starts of two backups; empty when it promises no second
     *     one, or when nobody can know: what Comet makes of weekdays for months, years and periods
     *     of a day and more is not documented
     */
    public Optional<Duration> longestGap() {
        return never ? Optional.empty() : seconds().map(gap -> Duration.ofSeconds(gap + delaySecs));
    }

    private Optional<Long> seconds() {
        return switch (frequency) {
            case HOURLY -> Optional.of(withinDays(HOUR));
            case DAILY -> Optional.of(DAY * (1 + daysLeftOut()));
            case WEEKLY -> onItsDay() ? Optional.of(DAY * WEEK) : Optional.empty();
            case MONTHLY -> unrestricted(DAY * LONGEST_MONTH);
            case PERIODIC -> period();
            case YEARLY -> unrestricted(DAY * LONGEST_YEAR);
            default -> Optional.empty();
        };
    }

    private Optional<Long> period() {
        if (secondsPast <= 0) {
            return Optional.empty();
        }
        return secondsPast < DAY ? Optional.of(withinDays(secondsPast)) : unrestricted(secondsPast);
    }

    /** The last time before a pause to the first after it. */
    private long withinDays(long period) {
        return period + closedSecs + DAY * daysLeftOut();
    }

    private Optional<Long> unrestricted(long gap) {
        return days.isEmpty() ? Optional.of(gap) : Optional.empty();
    }

    private boolean onItsDay() {
        // Seconds are counted from Sunday 00:00.
        long dayFromSunday = Math.floorDiv(Math.floorMod(secondsPast, DAY * WEEK), DAY);
        return days.isEmpty() || days.contains(DayOfWeek.SUNDAY.plus(dayFromSunday));
    }

    /** How many days in a row it does not run, at most. */
    private long daysLeftOut() {
        long most = 0;
        for (DayOfWeek day : days) {
            long left = 0;
            while (!days.contains(day.plus(left + 1))) {
                left++;
            }
            most = Math.max(most, left);
        }
        return most;
    }
}
