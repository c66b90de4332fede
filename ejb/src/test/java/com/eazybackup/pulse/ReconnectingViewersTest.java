package com.eazybackup.pulse;

import static com.eazybackup.pulse.PulseHubTest.scope;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.FleetRows;
import com.eazybackup.fleet.JobsNow;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fault-19")
class ReconnectingViewersTest {

    private static final int TIMES = 10_000;
    private static final int CLIENTS = 100;
    private static final long A_LITTLE = 4L * 1024 * 1024;

    @Test
    void tenThousandReconnectsLeaveNothingInMemory() {
        TestDatabase database = TestDatabase.migrated();
        MovedClock clock = new MovedClock(Instant.parse("2026-07-15T12:00:00Z"));
        PulseHub hub = new PulseHub(clock);
        ChangeLog log = new ChangeLog(database.source(), clock);
        LivePulse pulse =
                new LivePulse(
                        hub,
                        log,
                        new PulseSnapshots(
                                log,
                                new JobsNow(database.source(), clock, FleetRows.FIVE_MINUTES),
                                new StreamStandings(database.source()),
                                clock,
                                FleetRows.FIVE_MINUTES));
        hub.restartAt(0);
        watch(pulse, hub, 0, 200);
        long before = live();

        watch(pulse, hub, 200, TIMES);

        assertThat(live() - before).as("bytes that stayed").isLessThan(A_LITTLE);
        assertThat(hub.viewerCount()).isZero();
        assertThat(hub.watched()).isEmpty();
    }

    /** Each opens, hears something, and breaks off, one way or the other. */
    private static void watch(LivePulse pulse, PulseHub hub, int from, int to) {
        for (int i = from; i < to; i++) {
            ClientScope scope = scope(new ClientId(1 + i % CLIENTS), "user-" + i, "cometbackup");
            Viewer viewer =
                    pulse.open(scope, OptionalLong.of(hub.newestId()), "session-" + i, () -> {});
            hub.publish(
                    List.of(
                            FleetChanges.of(
                                    hub.newestId() + 1,
                                    Optional.of(scope.client()),
                                    "stream",
                                    "{\"job\":{\"username\":\"user-" + i + "\"}}")));
            assertThat(viewer.take()).isNotNull();
            if (i % 2 == 0) {
                hub.remove(viewer);
            } else {
                hub.endSession("session-" + i);
            }
            if (i % 100 == 0) {
                // The ring is bounded by itself; what it keeps is not what viewers left behind.
                hub.restartAt(hub.newestId());
            }
        }
        hub.restartAt(hub.newestId());
    }

    /** Bytes that are in use, and not only not yet collected. */
    @SuppressWarnings("ExplicitGc") // what is garbage does not stay
    private static long live() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
