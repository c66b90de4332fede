package com.eazybackup.comet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eazybackup.comet.CometException.Kind;
import com.eazybackup.comet.browse.BrowseCalls;
import com.eazybackup.comet.device.DeviceCalls;
import com.eazybackup.comet.server.ServerCalls;
import com.eazybackup.comet.user.UserCalls;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.comet.Switches;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.http.CallLog;
import com.eazybackup.simulator.http.Fault;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.Until;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers are told when the server is slow, wrong or gone, and what is asked again. */
@Tag("fault-10")
class CometTroubleTest {

    private SimulatedCometServer server;

    @BeforeEach
    void start() {
        server = serverOf(10);
    }

    private static SimulatedCometServer serverOf(int users) {
        return SimulatedCometServer.start(
                0,
                FleetPlan.numbered(users, new MovedClock(CallsWorld.NOW)).build(),
                new Switches());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private interface Attempt {
        void make() throws CometException;
    }

    private static Kind kindOf(Attempt attempt) {
        return catchThrowableOfType(CometException.class, attempt::make).kind();
    }

    private CometClient client(CometLimits limits) {
        return new CometClient(
                new CometServerAddress(server.origin()),
                CometCredentials.password(server.access().username(), server.access().password()),
                limits,
                new MovedClock(CallsWorld.NOW));
    }

    private CometClient client() {
        return client(CometLimits.standard());
    }

    /** For an answer that never comes; one that comes may take a busy machine longer than this. */
    private CometClient hasty() {
        return client(CometLimits.standard().waiting(usual -> Duration.ofMillis(500)));
    }

    private CallLog.Entry lastCall() {
        return server.callLog().newestFirst().get(0);
    }

    /** Those too that got no answer. */
    private int requests() {
        return server.callLog().newestFirst().size();
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, PT30S",
        "CHECK, PT30S",
        "DEVICE, PT30S",
        "LIST, PT2M",
        "FILE, PT2M",
        "BROWSE, PT10M"
    })
    void eachKindOfCallIsWaitedForAsLongAsItMayTake(CallKind kind, Duration limit) {
        assertThat(kind.limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({
        "HANG, 0, TIMED_OUT",
        "SLOW, 60000, TIMED_OUT",
        "STATUS, 429, FAILED",
        "STATUS, 500, FAILED",
        "STATUS, 503, FAILED",
        "STATUS, 504, TIMED_OUT",
        "HTML, 502, FAILED",
        "HTML, 200, UNREADABLE",
        "EMPTY, 0, UNREADABLE",
        "TRUNCATED, 10, UNREACHABLE",
        "DROP, 0, UNREACHABLE"
    })
    void anAnswerThatIsNoneIsTheServersTroubleAndItIsLeftAloneForIt(
            Fault.Kind fault, int value, Kind kind) {
        CometClient client =
                kind == Kind.TIMED_OUT && fault != Fault.Kind.STATUS ? hasty() : client();
        server.faults().add(Fault.always(fault).value(value));
        for (int i = 0; i < 5; i++) {
            assertThat(kindOf(client.calls(ServerCalls.class)::version)).isEqualTo(kind);
        }
        assertThat(kind.passing()).isTrue();
        assertThat(client.health().leftAlone()).isTrue();
        assertThat(kindOf(client.calls(ServerCalls.class)::version)).isEqualTo(Kind.BUSY);
    }

    @ParameterizedTest
    @CsvSource({"500, FAILED", "400, REFUSED", "404, NOT_FOUND", "409, CONFLICT"})
    void anErrorUnderHttp200IsTheErrorThatItSaysAndTheServerIsThere(int status, Kind kind) {
        CometClient client = client();
        server.faults()
                .add(
                        Fault.always(Fault.Kind.ERROR_BODY)
                                .onPath("/api/v1/admin/meta/stats")
                                .value(status));
        for (int i = 0; i < 12; i++) {
            assertThat(kindOf(() -> client.calls(ServerCalls.class).stats(true))).isEqualTo(kind);
        }
        assertThat(client.health().leftAlone()).isFalse();
    }

    @Test
    void aProxyThatLetsNobodyThroughIsNoWrongPassword() throws Exception {
        CometClient client = client();
        server.faults().add(Fault.always(Fault.Kind.STATUS).value(403));
        assertThat(kindOf(client.calls(ServerCalls.class)::version)).isEqualTo(Kind.FORBIDDEN);
        server.faults().clear();
        assertThat(client.calls(ServerCalls.class).version().version()).isNotEmpty();
    }

    @Test
    void aDeviceThatKeepsUsWaitingIsNoServerInTrouble() {
        CometClient client = hasty();
        server.faults().add(Fault.always(Fault.Kind.HANG).onPath("/api/v1/admin/dispatcher/"));
        ConnectionId target = new ConnectionId("x");
        for (int i = 0; i < 6; i++) {
            assertThat(
                            kindOf(
                                    () ->
                                            client.calls(BrowseCalls.class)
                                                    .filesystem(target, Optional.empty())))
                    .isEqualTo(Kind.TIMED_OUT);
        }
        assertThat(client.health().leftAlone()).isFalse();
    }

    @Test
    void aQuestionIsAskedOnceMoreWhenTheConnectionBreaksAndAnActIsNot() throws Exception {
        CometClient client = client();
        Fault once = Fault.always(Fault.Kind.DROP).times(1);
        server.faults().add(once);
        assertThat(client.calls(ServerCalls.class).version().version()).isNotEmpty();
        server.faults().clear();
        server.faults().add(once);
        int before = requests();
        assertThat(
                        kindOf(
                                () ->
                                        client.calls(DeviceCalls.class)
                                                .refetchProfile(new ConnectionId("x"))))
                .isEqualTo(Kind.UNREACHABLE);
        assertThat(requests() - before).isEqualTo(1);
    }

    @Test
    void whatHasTimedOutIsNotAskedAgain() {
        CometClient client = hasty();
        server.faults().add(Fault.always(Fault.Kind.HANG));
        int before = requests();
        assertThat(kindOf(client.calls(ServerCalls.class)::version)).isEqualTo(Kind.TIMED_OUT);
        assertThat(requests() - before).isEqualTo(1);
    }

    @Test
    void theFirstOfAllUsersIsReadWhileTheServerIsStillTelling() throws Exception {
        server.close();
        // More than what the sockets between the two can hold.
        server = serverOf(20_000);
        try (CometList<UserProfile> all = client().calls(UserCalls.class).all()) {
            assertThat(all.next()).isPresent();
            assertThat(lastCall().path()).isEqualTo("/api/v1/admin/list-users-full");
            assertThat(lastCall().status()).as("not at its end yet").isZero();
        }
    }

    @Test
    void answersTravelPacked() throws Exception {
        CometUsername user = new CometUsername(server.fleet().usernames().get(0));
        int plain = client().calls(UserCalls.class).profile(user).tree().toString().length();
        Until.passes(() -> assertThat(lastCall().bytes()).isBetween(1L, plain / 2L));
    }
}
