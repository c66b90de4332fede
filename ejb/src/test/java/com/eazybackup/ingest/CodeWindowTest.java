package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Over how many frames codes that nobody knows are counted. */
@Tag("fault-07")
class CodeWindowTest {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;

    private final CodeWindow window = new CodeWindow();
    private long now = 1_700_000_000_000L;

    @Test
    void atFirstEverythingCounts() {
        assertThat(window.shown()).isEqualTo(new IntakeStatus.Codes(0, 0, ""));

        come(10, 2, 0);

        assertThat(window.shown()).isEqualTo(new IntakeStatus.Codes(20, 10, "code 9"));
    }

    @Test
    void onABusyServerItIsTheLastHour() {
        come(6_000, 1, MINUTE / 100);
        assertThat(window.shown().unknown()).isEqualTo(6_000);

        known(30_000, MINUTE / 100);

        assertThat(window.shown().unknown()).isZero();
        assertThat(window.shown().frames())
                .as("an hour, and not much more")
                .isBetween(6_000L, 6_300L);
    }

    @Test
    void onAQuietServerItIsTheLastThousandFrames() {
        come(20, 1, 10 * MINUTE);
        known(900, 10 * MINUTE);
        assertThat(window.shown()).as("six days later").isEqualTo(codes(920, 20));

        known(300, 10 * MINUTE);

        assertThat(window.shown().unknown()).isZero();
        assertThat(window.shown().frames()).isBetween(1_000L, 1_200L);
        assertThat(window.shown().last()).isEqualTo("code 19");
    }

    @Test
    void itTakesTheSameRoomAtAnySpeed() {
        known(500_000, 1);
        known(50, Duration.ofHours(1).toMillis());
        known(500_000, 1);

        assertThat(window.shown().frames()).isGreaterThanOrEqualTo(1_000);
        assertThat(window.blocks()).isLessThan(100);
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() {
        known(2_000, MINUTE);
        now -= Duration.ofHours(5).toMillis();
        come(2_000, 1, MINUTE);
        known(2_000, MINUTE);

        assertThat(window.shown().unknown()).isZero();
    }

    private static IntakeStatus.Codes codes(long frames, long unknown) {
        return new IntakeStatus.Codes(frames, unknown, "code 19");
    }

    /** So many with an unknown code, each the last of a few. */
    private void come(int unknown, int each, long apart) {
        for (int i = 0; i < unknown; i++) {
            known(each - 1, apart);
            window.add(now, "code " + i);
            now += apart;
        }
    }

    private void known(int frames, long apart) {
        for (int i = 0; i < frames; i++) {
            window.add(now, "");
            now += apart;
        }
    }
}
