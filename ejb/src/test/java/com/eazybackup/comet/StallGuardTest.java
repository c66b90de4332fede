package com.eazybackup.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.Until;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StallGuardTest {

    private final AtomicBoolean closed = new AtomicBoolean();
    private final InputStream answer =
            new ByteArrayInputStream(new byte[0]) {
                @Override
                public void close() {
                    closed.set(true);
                }
            };

    @Test
    void anAnswerThatIsWaitedForTooLongIsGivenUp() throws Exception {
        StallGuard guard = new StallGuard(answer, Duration.ofMillis(50));
        guard.waiting();
        Until.holds("given up", guard::expired);
        Until.holds("closed, which ends the wait", closed::get);
    }

    @Test
    void aServerThatIsNotWaitedForHasAllTheTime() throws Exception {
        StallGuard patient = new StallGuard(answer, Duration.ofSeconds(1));
        patient.waiting();
        patient.served();
        InputStream other = new ByteArrayInputStream(new byte[0]);
        StallGuard waiting = new StallGuard(other, Duration.ofSeconds(3));
        waiting.waiting();
        Until.holds("much later", waiting::expired);
        assertThat(patient.expired()).isFalse();
    }
}
