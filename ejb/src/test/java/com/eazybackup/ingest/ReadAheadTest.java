package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometCredentials;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometList;
import com.eazybackup.comet.CometServerAddress;
import com.eazybackup.comet.UserProfile;
import com.eazybackup.comet.user.UserCalls;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.comet.Switches;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.testing.Until;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lists that are read ahead of who takes their entries. */
@Timeout(60)
class ReadAheadTest {

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
    private final List<Thread> threads = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void givesOutWhatTheListGivesOut() throws Exception {
        List<String> plain = new ArrayList<>();
        try (CometList<UserProfile> list = all()) {
            Optional<UserProfile> user = list.next();
            while (user.isPresent()) {
                plain.add(user.get().username());
                user = list.next();
            }
        }

        assertThat(plain).hasSizeGreaterThan(2);
        try (ReadAhead<UserProfile> list = ahead(all(), 2)) {
            assertThat(names(list)).isEqualTo(plain);
            assertThat(list.next()).as("asked again behind the end").isEmpty();
        }
        assertThat(threads).noneMatch(Thread::isAlive);
    }

    @Test
    void whoStopsTakingLeavesNoThread() throws Exception {
        ReadAhead<UserProfile> list = ahead(all(), 1);
        assertThat(list.next()).isPresent();
        Until.holds("the next ones wait", () -> threads.get(0).getState() == Thread.State.WAITING);

        list.close();

        assertThat(threads).hasSize(1).noneMatch(Thread::isAlive);
    }

    @Test
    void aFailureComesAfterWhatCameBeforeIt() throws Exception {
        CometList<UserProfile> broken = all();
        broken.close();
        try (ReadAhead<UserProfile> list = ahead(broken, 5)) {
            assertThat(list.next()).as("read with the head of the answer").isPresent();
            assertThatThrownBy(() -> names(list)).isInstanceOf(CometException.class);
            assertThatThrownBy(list::next).as("again").isInstanceOf(CometException.class);
        }
    }

    private CometList<UserProfile> all() throws CometException {
        return client.calls(UserCalls.class).all();
    }

    private ReadAhead<UserProfile> ahead(CometList<UserProfile> list, int most) {
        return ReadAhead.of(
                list,
                work -> {
                    Thread thread = new Thread(work);
                    threads.add(thread);
                    return thread;
                },
                most);
    }

    private static List<String> names(ReadAhead<UserProfile> list) throws Exception {
        List<String> names = new ArrayList<>();
        Optional<UserProfile> user = list.next();
        while (user.isPresent()) {
            names.add(user.get().username());
            user = list.next();
        }
        return names;
    }
}
