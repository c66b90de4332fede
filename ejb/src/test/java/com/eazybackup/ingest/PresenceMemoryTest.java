package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.News.Spot;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PresenceMemoryTest {

    @Test
    void memoryIsBoundedAndForgetsWhatWasNotHeardOfForTheLongestTime() {
        PresenceMemory memory = new PresenceMemory(Clock.systemUTC());
        for (int i = 0; i <= 100_000; i++) {
            memory.note(new News.Presence(new Spot("user", "device-" + i), true, 1, Instant.EPOCH));
        }
        assertThat(memory.online(new Spot("user", "device-0"))).isFalse();
        assertThat(memory.online(new Spot("user", "device-100000"))).isTrue();
    }

    @Test
    void whatWasHeardInAFutureThatOurClockHasTakenBackHoldsNothingUp() {
        Instant now = Instant.ofEpochSecond(1_000);
        PresenceMemory memory = new PresenceMemory(Clock.fixed(now, ZoneOffset.UTC));
        Spot spot = new Spot("user", "device");
        memory.note(new News.Presence(spot, true, 1_000, now.plusSeconds(1)));
        assertThat(memory.note(new News.Presence(spot, false, 999, now))).isTrue();
        memory.note(new News.Presence(spot, true, 1_000, now.plusSeconds(1)));
        assertThat(memory.settle(spot, false, now)).isTrue();
    }
}
