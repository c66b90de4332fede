package com.eazybackup.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Figures that are due, and the sync of the same night. */
@Tag("fault-17")
class SyncFirstTest {

    private static final Instant AT = Instant.parse("2026-11-27T02:10:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-27T08:00:00Z");
    private static final DueTime DUE =
            new DueTime("items-daily", "daily 02:10 UTC", AT.toEpochMilli(), 0);

    @Test
    void onTimeTheyWaitForNothingButTheSync() {
        assertThat(SyncFirst.waits(DUE, AT, false, false)).isFalse();
        assertThat(SyncFirst.waits(DUE, AT, true, false)).isTrue();
        assertThat(SyncFirst.waits(DUE, AT, false, true)).isTrue();
    }

    @Test
    void afterANightWithoutANodeTheSyncOfThatNightComesFirst() {
        assertThat(SyncFirst.waits(DUE, MORNING, false, true))
                .as("its timer has not gone off yet")
                .isTrue();
        assertThat(SyncFirst.waits(DUE, MORNING, false, false))
                .as("its timer goes off just now, and there is no run yet")
                .isTrue();

        DueTime waiting = DUE.waiting(MORNING);
        assertThat(SyncFirst.waits(waiting, MORNING.plusSeconds(60), true, false))
                .as("it runs")
                .isTrue();
        assertThat(
                        SyncFirst.waits(
                                waiting.waiting(MORNING.plusSeconds(60)), later(10), false, false))
                .as("it is over")
                .isFalse();
    }

    @Test
    void theyWaitThreeHoursFromTheMomentInWhichTheirTurnCame() {
        DueTime waiting = DUE.waiting(MORNING);

        assertThat(SyncFirst.waits(waiting, later(179), true, true)).isTrue();
        assertThat(SyncFirst.waits(waiting, later(180), true, true)).isFalse();
        assertThat(SyncFirst.waits(DUE.waiting(AT), AT.plusSeconds(10_800), true, false)).isFalse();
    }

    @Test
    void whoWaitedForTheSyncIsNotLateForThat() {
        assertThat(SyncFirst.isLate(DUE, AT.plusSeconds(300))).isFalse();
        assertThat(SyncFirst.isLate(DUE, AT.plusSeconds(301))).isTrue();
        assertThat(SyncFirst.isLate(DUE.waiting(AT), MORNING)).isFalse();
        assertThat(SyncFirst.isLate(DUE.waiting(MORNING), later(30))).isTrue();
    }

    private static Instant later(int minutes) {
        return MORNING.plusSeconds(60L * minutes);
    }
}
