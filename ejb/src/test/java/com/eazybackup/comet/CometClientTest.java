package com.eazybackup.comet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eazybackup.comet.CometException.Kind;
import com.eazybackup.comet.device.DeviceCalls;
import com.eazybackup.comet.job.JobCalls;
import com.eazybackup.comet.server.ServerCalls;
import com.eazybackup.comet.user.UserCalls;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.comet.Switches;
import com.eazybackup.simulator.fleet.FleetPlan;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CometClientTest {

    private static final Instant NOW = Instant.parse("2026-11-22T21:17:00Z");

    private SimulatedCometServer server;
    private CometClient client;

    @BeforeEach
    void start() {
        server =
                SimulatedCometServer.start(
                        0,
                        FleetPlan.of(
                                        DemoCustomers.standard()
                                                .accountsOf(DemoCustomers.COMETBACKUP),
                                        Clock.fixed(NOW, ZoneOffset.UTC))
                                .build(),
                        new Switches());
        client = clientWith(server.access().password());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CometClient clientWith(String password) {
        return new CometClient(
                new CometServerAddress(server.origin()),
                CometCredentials.password(server.access().username(), password));
    }

    @Test
    void theVersionTellsTheServersClock() throws Exception {
        assertThat(client.calls(ServerCalls.class).version().version()).isEqualTo("25.9.8");
        assertThat(client.calls(ServerCalls.class).version().currentTime())
                .isEqualTo(NOW.getEpochSecond());
    }

    @Test
    void allUsersComeWithTheirWholeProfiles() throws Exception {
        List<String> names = new ArrayList<>();
        for (UserProfile profile : all(client.calls(UserCalls.class).all())) {
            assertThat(profile.complete()).isTrue();
            names.add(profile.username());
        }
        assertThat(names).containsExactlyInAnyOrderElementsOf(server.fleet().usernames());
    }

    @Test
    void jobsOfADayAndUnfinishedOnesAreDifferentLists() throws Exception {
        String device =
                client.calls(UserCalls.class)
                        .profile(new CometUsername("larkspur"))
                        .devices()
                        .keySet()
                        .iterator()
                        .next();
        String id = server.acts().jobs().start("larkspur", device, "", "", 4001);
        server.acts().jobs().progress(id, 10, 20, 1, 2);
        List<JobDetail> unfinished = all(client.calls(JobCalls.class).unfinished());
        assertThat(unfinished).hasSize(1);
        assertThat(unfinished.get(0).running()).isTrue();
        assertThat(unfinished.get(0).bytesDone()).isEqualTo(10);
        assertThat(unfinished.get(0).itemsTotal()).isEqualTo(2);
        assertThat(all(client.calls(JobCalls.class).between(NOW.minusSeconds(86_400), NOW)))
                .hasSizeGreaterThan(50)
                .allMatch(job -> !job.running() || job.id().value().equals(id));
        assertThat(client.calls(JobCalls.class).job(new JobId(id)).deviceId()).isEqualTo(device);
    }

    @Test
    void connectionsAreAMapByTheirId() throws Exception {
        List<LiveConnection> connections = all(client.calls(DeviceCalls.class).connections());
        assertThat(connections).hasSameSizeAs(server.fleet().connections().keySet());
        assertThat(connections).allMatch(c -> !c.id().isEmpty() && !c.deviceId().isEmpty());
    }

    @Test
    void emptyListsThatComeAsNullAreEmpty() throws Exception {
        server.switches().nullForEmpty = true;
        assertThat(all(client.calls(JobCalls.class).unfinished())).isEmpty();
    }

    @Test
    void fieldsThatNobodyHasHeardOfAreKeptAndDoNoHarm() throws Exception {
        server.switches().unknownFields = true;
        assertThat(all(client.calls(UserCalls.class).all())).isNotEmpty();
        assertThat(client.calls(ServerCalls.class).version().version()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWrongPasswordIsToldInEitherOfTheWaysThatServersHave(boolean asHttpStatus) {
        server.switches().errorsAsHttpStatus = asHttpStatus;
        CometException refused =
                catchThrowableOfType(
                        CometException.class,
                        () -> clientWith("hush-hush").calls(ServerCalls.class).version());
        assertThat(refused.kind()).isEqualTo(Kind.WRONG_CREDENTIALS);
        assertThat(refused.kind().passing()).isFalse();
        assertThat(refused).hasMessageNotContaining("hush-hush");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void listsTurnIntoTheErrorThatTheyAre(boolean asHttpStatus) {
        server.switches().errorsAsHttpStatus = asHttpStatus;
        CometClient stranger = clientWith("wrong");
        assertThat(kindOf(() -> all(stranger.calls(UserCalls.class).all())))
                .isEqualTo(Kind.WRONG_CREDENTIALS);
        assertThat(kindOf(() -> all(stranger.calls(JobCalls.class).unfinished())))
                .isEqualTo(Kind.WRONG_CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void unknownThingsHaveTheErrorsThatCometGivesThem(boolean asHttpStatus) {
        server.switches().errorsAsHttpStatus = asHttpStatus;
        assertThat(kindOf(() -> client.calls(JobCalls.class).job(new JobId("no-such-job"))))
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(kindOf(() -> client.calls(UserCalls.class).profile(new CometUsername("nobody"))))
                .isEqualTo(Kind.UNKNOWN_USER);
    }

    @Test
    void aFinishedJobIsNoErrorThoughItsStatusIsFiveThousand() throws Exception {
        JobDetail success =
                all(client.calls(JobCalls.class).between(NOW.minusSeconds(86_400), NOW)).stream()
                        .filter(job -> job.status() == JobStatus.SUCCESS.code())
                        .findFirst()
                        .orElseThrow();
        assertThat(client.calls(JobCalls.class).job(success.id()).status()).isEqualTo(5000);
    }

    @Test
    void aProxysPageIsAServerInTrouble() {
        server.faults().html(true);
        assertThat(kindOf(client.calls(ServerCalls.class)::version)).isEqualTo(Kind.FAILED);
    }

    @Test
    void anAnswerThatBreaksOffIsNoShortList() {
        server.switches().truncatedBodies = true;
        assertThat(kindOf(() -> all(client.calls(UserCalls.class).all())))
                .isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void nobodyThereIsUnreachable() {
        server.faults().drop(true);
        assertThat(kindOf(client.calls(ServerCalls.class)::version)).isEqualTo(Kind.UNREACHABLE);
        CometClient elsewhere =
                new CometClient(
                        new CometServerAddress(URI.create("http://127.0.0.1:9")),
                        CometCredentials.password("a", "b"));
        assertThat(kindOf(elsewhere.calls(ServerCalls.class)::version)).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void passwordsWithEveryCharacterArriveAsTheyAre() {
        // A password that is cut or decoded in a wrong way could be accepted as another one.
        assertThat(
                        kindOf(
                                () ->
                                        clientWith(server.access().password() + "&Password=x")
                                                .calls(ServerCalls.class)
                                                .version()))
                .isEqualTo(Kind.WRONG_CREDENTIALS);
    }

    private interface Call {
        Object make() throws CometException;
    }

    private static Kind kindOf(Call call) {
        return catchThrowableOfType(CometException.class, call::make).kind();
    }

    private static <T> List<T> all(CometList<T> list) throws CometException {
        List<T> all = new ArrayList<>();
        try (list) {
            Optional<T> next = list.next();
            while (next.isPresent()) {
                all.add(next.get());
                next = list.next();
            }
            assertThat(list.count()).isEqualTo(all.size());
        }
        return all;
    }
}
