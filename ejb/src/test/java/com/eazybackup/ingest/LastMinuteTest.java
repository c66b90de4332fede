package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.MovedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastMinuteTest {

    private final MovedClock clock = new MovedClock(Instant.parse("2026-07-15T12:00:00Z"));
    private final LastMinute minute = new LastMinute(clock);

    @Test
    void countsAndKeepsTheWorst() {
        minute.add(3, 20);
        minute.add(4, 10);
        clock.forward(Duration.ofSeconds(30));
        minute.add(5, 15);
        assertThat(minute.count()).isEqualTo(12);
        assertThat(minute.worst()).isEqualTo(20);
    }

    @Test
    void whatIsAMinuteOldIsForgotten() {
        minute.add(3, 20);
        clock.forward(Duration.ofSeconds(59));
        assertThat(minute.count()).isEqualTo(3);
        clock.forward(Duration.ofSeconds(1));
        assertThat(minute.count()).isZero();
        assertThat(minute.worst()).isZero();
        minute.add(1, 2);
        assertThat(minute.count()).isEqualTo(1);
        assertThat(minute.worst()).isEqualTo(2);
    }
}
