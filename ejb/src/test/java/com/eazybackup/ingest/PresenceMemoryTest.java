package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.News.Spot;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PresenceMemoryTest {

    @Test
    void memoryIsBoundedAndForgetsWhatWasNotHeardOfForTheLongestTime() {
        PresenceMemory memory = new PresenceMemory();
        for (int i = 0; i <= 100_000; i++) {
            memory.note(new News.Presence(new Spot("user", "device-" + i), true, 1, Instant.EPOCH));
        }
        assertThat(memory.online(new Spot("user", "device-0"))).isFalse();
        assertThat(memory.online(new Spot("user", "device-100000"))).isTrue();
    }
}
