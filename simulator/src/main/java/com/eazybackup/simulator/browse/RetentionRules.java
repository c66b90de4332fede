package com.eazybackup.simulator.browse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A RetentionPolicy: which snapshots of one item it keeps. A snapshot that any range keeps is kept.
 * Days are UTC's.
 *
 * @param monthBase what YearOffset is in January: 0 or 1
 */
public record RetentionRules(JsonNode policy, long now, int monthBase) {

    private static final int DELETE_EXCEPT = 802;

    /** The ids of those that nothing keeps. */
    public Set<String> expired(List<Snapshot> ofOneItem) {
        if (policy.path("Mode").asInt() != DELETE_EXCEPT) {
            return Set.of();
        }
        List<Snapshot> newestFirst =
                ofOneItem.stream()
                        .sorted(Comparator.comparingLong(Snapshot::created).reversed())
                        .toList();
        Set<Snapshot> kept = new HashSet<>();
        policy.path("Ranges").forEach(range -> kept.addAll(kept(range, newestFirst)));
        return newestFirst.stream()
                .filter(snapshot -> !kept.contains(snapshot))
                .map(Snapshot::id)
                .collect(Collectors.toSet());
    }

    private List<Snapshot> kept(JsonNode range, List<Snapshot> all) {
        return switch (range.path("Type").asInt()) {
            case 900 -> all.stream().limit(number(range, "Jobs")).toList();
            case 901 -> where(all, s -> s.created() > range.path("Timestamp").asLong());
            case 902 -> where(all, s -> !day(s).isBefore(since(range)));
            case 903 ->
                    firstOfEach(
                            where(all, within(today().minusDays(number(range, "Days") - 1))),
                            RetentionRules::day);
            case 905 ->
                    firstOfEach(
                            where(
                                    all,
                                    within(month(today()).minusMonths(number(range, "Months") - 1))
                                            .and(
                                                    s ->
                                                            day(s).getDayOfMonth()
                                                                    == offset(range, "Month"))),
                            s -> month(day(s)));
            case 906 ->
                    firstOfEach(
                            where(
                                    all,
                                    within(week(today()).minusWeeks(number(range, "Weeks") - 1))
                                            .and(s -> weekday(s) == offset(range, "Week"))),
                            s -> week(day(s)));
            case 907 -> newestOfEach(all, RetentionRules::day, range);
            case 908 -> newestOfEach(all, s -> week(day(s)), range);
            case 909 -> newestOfEach(all, s -> month(day(s)), range);
            case 910 -> newestOfEach(all, s -> year(day(s)), range);
            case 911 ->
                    firstOfEach(
                            where(
                                    all,
                                    within(year(today()).minusYears(number(range, "Years") - 1))
                                            .and(
                                                    s ->
                                                            day(s).getMonthValue() - 1 + monthBase
                                                                    == offset(range, "Year"))),
                            s -> year(day(s)));
            // Nobody knows what it means, so nothing is lost by it.
            default -> all;
        };
    }

    private LocalDate since(JsonNode range) {
        return today().minusYears(number(range, "Years"))
                .minusMonths(number(range, "Months"))
                .minusWeeks(number(range, "Weeks"))
                .minusDays(number(range, "Days"));
    }

    private LocalDate today() {
        return day(now);
    }

    private static Predicate<Snapshot> within(LocalDate first) {
        return snapshot -> !day(snapshot).isBefore(first);
    }

    private static List<Snapshot> where(List<Snapshot> all, Predicate<Snapshot> condition) {
        return all.stream().filter(condition).toList();
    }

    private static List<Snapshot> firstOfEach(
            List<Snapshot> newestFirst, Function<Snapshot, LocalDate> period) {
        Map<LocalDate, Snapshot> first = new LinkedHashMap<>();
        newestFirst.forEach(snapshot -> first.put(period.apply(snapshot), snapshot));
        return List.copyOf(first.values());
    }

    private static List<Snapshot> newestOfEach(
            List<Snapshot> newestFirst, Function<Snapshot, LocalDate> period, JsonNode range) {
        Map<LocalDate, Snapshot> newest = new LinkedHashMap<>();
        newestFirst.forEach(snapshot -> newest.putIfAbsent(period.apply(snapshot), snapshot));
        return newest.values().stream().limit(number(range, "Jobs")).toList();
    }

    private static long number(JsonNode range, String field) {
        return range.path(field).asLong();
    }

    private static int offset(JsonNode range, String unit) {
        return range.path(unit + "Offset").asInt();
    }

    private static LocalDate day(Snapshot snapshot) {
        return day(snapshot.created());
    }

    private static LocalDate day(long seconds) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    }

    /** 0 is Sunday. */
    private static int weekday(Snapshot snapshot) {
        return day(snapshot).getDayOfWeek().getValue() % DayOfWeek.values().length;
    }

    private static LocalDate week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    }

    private static LocalDate month(LocalDate day) {
        return day.withDayOfMonth(1);
    }

    private static LocalDate year(LocalDate day) {
        return day.withDayOfYear(1);
    }
}
