package com.eazybackup.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fault-17")
class JobScheduleTest {

    private static JobSchedule at(String value, String zone) {
        return JobSchedule.of(value, ZoneId.of(zone));
    }

    private static List<String> next(JobSchedule schedule, String after, int count) {
        List<String> found = new ArrayList<>();
        Instant last = Instant.parse(after);
        for (int i = 0; i < count; i++) {
            last = schedule.next(last).orElseThrow();
            found.add(last.toString());
        }
        return found;
    }

    @ParameterizedTest(name = "{0} in {1} after {2}: {3}")
    @CsvSource({
        "00:30, UTC, 2026-11-27T00:29:59Z, 2026-11-27T00:30:00Z",
        "00:30, UTC, 2026-11-27T00:30:00Z, 2026-11-28T00:30:00Z",
        "02:05, America/Toronto, 2026-11-27T03:00:00Z, 2026-11-27T07:05:00Z",
        "23:59, Pacific/Auckland, 2026-11-27T10:00:00Z, 2026-11-27T10:59:00Z",
        "5, UTC, 2026-11-27T10:05:00Z, 2026-11-27T11:05:00Z",
        "5, UTC, 2026-11-27T10:04:00Z, 2026-11-27T10:05:00Z",
        // Where zones differ by half an hour a minute is the wall's.
        "5, Asia/Kolkata, 2026-11-27T10:34:00Z, 2026-11-27T10:35:00Z",
    })
    void theNextTimeIsTheFirstAfter(String value, String zone, String after, String due) {
        assertThat(at(value, zone).next(Instant.parse(after))).contains(Instant.parse(due));
    }

    @Test
    void aTimeThatDoesNotExistIsTheOneBehindTheGap() {
        // In Beirut the night of 2025-03-30 has no hour from 00:00 to 01:00.
        assertThat(next(at("00:30", "Asia/Beirut"), "2025-03-28T20:00:00Z", 3))
                .containsExactly(
                        "2025-03-28T22:30:00Z", "2025-03-29T22:30:00Z", "2025-03-30T21:30:00Z");
    }

    @Test
    void aTimeThatExistsTwiceIsTakenOnce() {
        // In Havana the night of 2025-11-02 has the hour from 00:00 to 01:00 twice.
        assertThat(next(at("00:30", "America/Havana"), "2025-11-01T00:00:00Z", 3))
                .containsExactly(
                        "2025-11-01T04:30:00Z", "2025-11-02T04:30:00Z", "2025-11-03T05:30:00Z");
    }

    @Test
    void anHourThatExistsTwiceIsMeasuredTwice() {
        assertThat(next(at("5", "America/Toronto"), "2026-11-01T04:30:00Z", 4))
                .containsExactly(
                        "2026-11-01T05:05:00Z",
                        "2026-11-01T06:05:00Z",
                        "2026-11-01T07:05:00Z",
                        "2026-11-01T08:05:00Z");
    }

    @ParameterizedTest(name = "{0} in {1} is of {2}")
    @CsvSource({
        "2026-11-27T02:05:00Z, UTC, 2026-11-27",
        "2026-11-27T02:05:00Z, America/Toronto, 2026-11-26",
        "2026-11-26T23:59:59Z, UTC, 2026-11-26",
        "2026-11-26T10:59:00Z, Pacific/Auckland, 2026-11-26",
        "2026-11-26T11:00:00Z, Pacific/Auckland, 2026-11-27",
    })
    void aDayIsTheZones(String time, String zone, LocalDate day) {
        assertThat(at("02:05", zone).day(Instant.parse(time))).isEqualTo(day);
    }

    @Test
    void offIsNever() {
        JobSchedule off = at("off", "UTC");
        assertThat(off.enabled()).isFalse();
        assertThat(off.next(Instant.EPOCH)).isEmpty();
        assertThat(off.text()).isEqualTo("off");
        assertThat(at("02:05", "UTC").text()).isEqualTo("daily 02:05");
        assertThat(at("5", "UTC").text()).isEqualTo("hourly :05");
        assertThat(at("0", "UTC").text()).isEqualTo("hourly :00");
    }

    @Test
    void aTimerKnowsWhatItIsFor() {
        DueTime due =
                new DueTime("nightly-sync", DueTime.key(at("00:30", "UTC")), 1_795_825_800_000L, 0);

        assertThat(DueTime.of(due.text())).isEqualTo(due);
        DueTime waiting = due.waiting(Instant.ofEpochMilli(1_795_825_900_000L));
        assertThat(DueTime.of(waiting.text())).isEqualTo(waiting);
        assertThat(waiting.waits()).isTrue();
        assertThat(due.waits()).isFalse();
        assertThat(DueTime.of("items-daily|daily 02:10 UTC|5000|true").waitsSinceMs())
                .as("of a version that did not say since when")
                .isEqualTo(5000);
        assertThat(DueTime.of("items-daily|daily 02:10 UTC|5000|false").waits()).isFalse();
        assertThat(DueTime.of("something else")).isNull();
        assertThat(DueTime.of(null)).isNull();
        assertThat(DueTime.key(at("00:30", "UTC")))
                .isNotEqualTo(DueTime.key(at("00:30", "Europe/Paris")));
    }
}
