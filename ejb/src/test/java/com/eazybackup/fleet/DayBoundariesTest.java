package com.eazybackup.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayBoundariesTest {

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    @Test
    void thereAreThirteenDaysBeforeTodayAndTheyEndAtItsMidnight() {
        List<Long> days = DayBoundaries.of(Instant.parse("2026-07-15T12:00:00Z"), ZoneId.of("UTC"));

        assertThat(days).hasSize(14).isSorted();
        assertThat(days.get(0)).isEqualTo(seconds("2026-07-02T00:00:00Z"));
        assertThat(days.get(13)).isEqualTo(seconds("2026-07-15T00:00:00Z"));
    }

    @Test
    void theDayOnWhichTorontoSpringsForwardHasTwentyThreeHours() {
        List<Long> days = DayBoundaries.of(Instant.parse("2026-03-10T12:00:00Z"), TORONTO);

        // 2026-03-08 is two days before; day 12 is yesterday.
        assertThat(days.get(12) - days.get(11)).isEqualTo(23 * 3600);
        assertThat(days.get(11)).isEqualTo(seconds("2026-03-08T05:00:00Z"));
        assertThat(days.get(12)).isEqualTo(seconds("2026-03-09T04:00:00Z"));
    }

    @Test
    void theDayOnWhichTorontoFallsBackHasTwentyFiveHours() {
        List<Long> days = DayBoundaries.of(Instant.parse("2026-11-02T12:00:00Z"), TORONTO);

        assertThat(days.get(13) - days.get(12)).isEqualTo(25 * 3600);
    }

    @Test
    void whereItIsTomorrowAlreadyTodayIsTomorrow() {
        List<Long> days =
                DayBoundaries.of(
                        Instant.parse("2026-07-15T11:30:00Z"), ZoneId.of("Pacific/Tongatapu"));

        // 00:30 on the 16th at UTC+13.
        assertThat(days.get(13)).isEqualTo(seconds("2026-07-15T11:00:00Z"));
        assertThat(days.get(0)).isEqualTo(seconds("2026-07-02T11:00:00Z"));
    }

    private static long seconds(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
