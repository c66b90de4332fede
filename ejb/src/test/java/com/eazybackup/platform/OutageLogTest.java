package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.KeptLog;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutageLogTest {

    private final AtomicLong now = new AtomicLong();
    private final KeptLog kept = KeptLog.of(OutageLogTest.class);
    private final OutageLog outage =
            new OutageLog(
                    System.getLogger(OutageLogTest.class.getName()),
                    "The feed cannot be read",
                    now::get);
    private final SQLException away =
            new SQLException(
                    "wrapped", new IllegalStateException("Communications link\n\n failure"));

    @AfterEach
    void theConsoleIsBack() {
        kept.close();
    }

    @Test
    void itsBeginningAMinuteOfItAndItsEndAreOneLineEach() {
        outage.well();
        Reference reference = outage.failed(away);
        for (int second = 1; second <= 61; second++) {
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(outage.failed(away)).isEqualTo(reference);
        }
        outage.well();
        outage.well();

        assertThat(kept.lines())
                .containsExactly(
                        reference
                                + " The feed cannot be read: java.lang.IllegalStateException:"
                                + " Communications link failure",
                        reference
                                + " The feed cannot be read for 60 s, 61 attempts failed:"
                                + " java.lang.IllegalStateException: Communications link failure",
                        reference + " is over after 61 s: 62 attempts failed");
    }

    @Test
    void theNextOutageIsAnotherOne() {
        Reference first = outage.failed(away);
        outage.well();
        Reference second = outage.failed(away);

        assertThat(second).isNotEqualTo(first);
        assertThat(kept.lines())
                .hasSize(3)
                .element(1)
                .isEqualTo(first + " is over after 0 s: 1 attempt failed");
    }

    @Test
    void aReasonIsNeverLongerThanALine() {
        outage.failed(new IllegalStateException("x".repeat(10_000)));

        assertThat(kept.lines()).singleElement().asString().hasSizeLessThan(400);
    }
}
