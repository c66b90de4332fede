package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometCredentials;
import com.eazybackup.comet.CometServerAddress;
import com.eazybackup.comet.UserProfile;
import com.eazybackup.comet.user.UserCalls;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.comet.Switches;
import com.eazybackup.simulator.fleet.FleetPlan;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lists that are taken up where they were left. */
class PlacedListTest {

    /** A server is asked for no more lists than that at a time. */
    private static final int AT_A_TIME = 4;

    private final SimulatedCometServer server =
            SimulatedCometServer.start(
                    0,
                    FleetPlan.of(
                                    DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP),
                                    Clock.systemUTC())
                            .build(),
                    new Switches());
    private final CometClient client =
            new CometClient(
                    new CometServerAddress(server.origin()),
                    CometCredentials.password(
                            server.access().username(), server.access().password()));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Timeout(60)
    void aListThatBreaksOffOnTheWayToItsPlaceKeepsNoOtherWaiting() throws Exception {
        SyncPlace third = thirdPlace();

        for (int i = 0; i < AT_A_TIME; i++) {
            assertThatThrownBy(
                            () ->
                                    open(
                                            third,
                                            user -> {
                                                throw new IllegalStateException("broke off");
                                            }))
                    .hasMessage("broke off");
        }

        List<String> passed = new ArrayList<>();
        try (PlacedList<UserProfile> list = open(third, user -> passed.add(user.username()))) {
            assertThat(passed).hasSize(2);
            assertThat(list.next()).isPresent();
        }
    }

    private SyncPlace thirdPlace() throws Exception {
        try (PlacedList<UserProfile> list =
                open(SyncPlace.start(Duration.ofDays(1).toMillis()), user -> {})) {
            list.next();
            list.next();
            return list.place();
        }
    }

    private PlacedList<UserProfile> open(SyncPlace from, Consumer<UserProfile> passed)
            throws Exception {
        return PlacedList.open(
                () -> ReadAhead.of(client.calls(UserCalls.class).all(), Thread::new, 1),
                UserProfile::username,
                from,
                passed);
    }
}
