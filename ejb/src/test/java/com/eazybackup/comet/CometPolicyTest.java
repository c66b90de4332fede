package com.eazybackup.comet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eazybackup.comet.CometException.Kind;
import com.eazybackup.comet.server.ServerCalls;
import com.eazybackup.comet.user.UserCalls;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.comet.Switches;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.testing.Until;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fault-10")
class CometPolicyTest {

    private static final CometLimits SHORT =
            new CometLimits(
                    4, 50, Duration.ofSeconds(3), Duration.ofSeconds(5), UnaryOperator.identity());

    private final List<SimulatedCometServer> servers = new ArrayList<>();
    private SimulatedCometServer server;

    @BeforeEach
    void start() {
        server = another();
    }

    private SimulatedCometServer another() {
        SimulatedCometServer started =
                SimulatedCometServer.start(
                        0,
                        FleetPlan.of(
                                        DemoCustomers.standard().accountsOf(DemoCustomers.OBC),
                                        Clock.systemUTC())
                                .build(),
                        new Switches());
        servers.add(started);
        return started;
    }

    @AfterEach
    void stop() {
        servers.forEach(SimulatedCometServer::close);
    }

    private static CometClient clientOf(SimulatedCometServer server, String password) {
        return new CometClient(
                new CometServerAddress(server.origin()),
                CometCredentials.password(server.access().username(), password),
                SHORT,
                Clock.systemUTC());
    }

    private CometClient client() {
        return clientOf(server, server.access().password());
    }

    private static Kind trouble(CometClient client) {
        return catchThrowableOfType(
                        CometException.class, () -> client.calls(ServerCalls.class).version())
                .kind();
    }

    private static boolean answers(CometClient client) {
        try {
            return client.calls(ServerCalls.class).version().version().equals("25.9.8");
        } catch (CometException e) {
            assertThat(e.kind()).isEqualTo(Kind.BUSY);
            return false;
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsLeftAloneAndFoundAgain() throws Exception {
        CometClient client = client();
        server.faults().html(true);
        assertThat(trouble(client)).isEqualTo(Kind.FAILED);
        assertThat(trouble(client)).isEqualTo(Kind.FAILED);
        assertThat(client.health().leftAlone()).isTrue();
        long before = server.requests();
        assertThat(trouble(client)).isEqualTo(Kind.BUSY);
        assertThat(server.requests()).isEqualTo(before);
        server.faults().clear();
        Until.holds("found again", () -> answers(client));
    }

    @Test
    void answersThatBreakOffAreNoAnswers() {
        CometClient client = client();
        server.switches().truncatedBodies = true;
        assertThat(trouble(client)).isEqualTo(Kind.UNREACHABLE);
        assertThat(trouble(client)).isEqualTo(Kind.UNREACHABLE);
        assertThat(client.health().leftAlone()).isTrue();
    }

    @Test
    void aSickServerSlowsNoOther() throws Exception {
        CometClient sick = client();
        CometClient well = clientOf(another(), server.access().password());
        server.faults().html(true);
        trouble(sick);
        trouble(sick);
        assertThat(sick.health().leftAlone()).isTrue();
        assertThat(well.calls(ServerCalls.class).version().version()).isEqualTo("25.9.8");
        assertThat(well.health().leftAlone()).isFalse();
    }

    @Test
    void aServerThatDeclinesIsThere() {
        CometClient client = client();
        for (int i = 0; i < 8; i++) {
            assertThat(
                            catchThrowableOfType(
                                            CometException.class,
                                            () ->
                                                    client.calls(UserCalls.class)
                                                            .profile(new CometUsername("nobody")))
                                    .kind())
                    .isEqualTo(Kind.UNKNOWN_USER);
        }
        assertThat(client.health().leftAlone()).isFalse();
    }

    @Test
    void credentialsThatAreNotAcceptedRestByThemselves() throws Exception {
        CometClient client = clientOf(server, "wrong");
        assertThat(trouble(client)).isEqualTo(Kind.WRONG_CREDENTIALS);
        long before = server.requests();
        assertThat(trouble(client)).isEqualTo(Kind.WRONG_CREDENTIALS);
        assertThat(server.requests()).as("not tried again yet").isEqualTo(before);
        assertThat(client.health().refused()).isTrue();
        assertThat(client.health().leftAlone()).as("the server is there").isFalse();
        Until.passes(
                () -> {
                    trouble(client);
                    assertThat(server.requests()).isGreaterThan(before);
                });
    }

    @Test
    void aPlaceIsGivenBackWhateverCameOfTheCall() throws Exception {
        CometClient client = client();
        for (int i = 0; i < 3 * CallKind.LIST.atATime(); i++) {
            try (CometList<UserProfile> users = client.calls(UserCalls.class).all()) {
                assertThat(users.next()).isPresent();
            }
        }
        server.switches().errorsAsHttpStatus = true;
        server.switches().unknownUserStatus = 404;
        for (int i = 0; i < 2 * CallKind.PLAIN.atATime(); i++) {
            assertThatThrownBy(
                            () -> client.calls(UserCalls.class).hash(new CometUsername("nobody")))
                    .isInstanceOf(CometException.class);
        }
        assertThat(client.calls(ServerCalls.class).version().version()).isEqualTo("25.9.8");
    }

    @Test
    void listsThatNobodyClosesKeepNoPlainCallWaiting() throws Exception {
        CometClient client = client();
        List<CometList<UserProfile>> open = new ArrayList<>();
        for (int i = 0; i < CallKind.LIST.atATime(); i++) {
            open.add(client.calls(UserCalls.class).all());
        }
        assertThat(client.calls(ServerCalls.class).version().version()).isEqualTo("25.9.8");
        open.forEach(CometList::close);
    }
}
