package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.MovedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastHourTest {

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T12:00:30Z"));
    private final LastHour hour = new LastHour(clock);

    @Test
    void eachMinuteHasItsOwnAndTheLastOneIsThisOne() {
        hour.add(3);
        hour.add(4);
        clock.forward(Duration.ofMinutes(2));
        hour.add(5);

        assertThat(hour.minutes()).hasSize(60).endsWith(0L, 7L, 0L, 5L);
    }

    @Test
    void whatIsOlderThanAnHourIsGone() {
        hour.add(3);
        clock.forward(Duration.ofMinutes(60));
        assertThat(hour.minutes()).containsOnly(0L);
        hour.add(1);
        assertThat(hour.minutes()).endsWith(0L, 1L);
    }
}
