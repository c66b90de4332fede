package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.http.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamTroubleTest {

    private SimulatedCometServer server;
    private String user;

    @BeforeEach
    void start() {
        Fleet fleet =
                FleetPlan.numbered(
                                10,
                                Clock.fixed(Instant.parse("2026-11-22T21:17:00Z"), ZoneOffset.UTC))
                        .build();
        server = SimulatedCometServer.start(0, fleet, new Switches());
        user = fleet.usernames().get(0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"INVALID_UTF8", "EMPTY"},
            mode = EnumSource.Mode.EXCLUDE)
    void poisonArrivesAndTheNextFrameIsRight(Poison poison) throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        server.stream().poison(poison);
        String text = listener.text();
        switch (poison) {
            case BROKEN_JSON ->
                    assertThatThrownBy(() -> Json.MAPPER.readTree(text))
                            .isInstanceOf(IOException.class);
            case WRONG_TYPES -> assertThat(data(text).path("StartTime").isTextual()).isTrue();
            case NULL_DATA -> assertThat(data(text).isNull()).isTrue();
            case NUL -> assertThat(data(text).path("Username").asText()).contains("\u0000");
            case DEEP ->
                    assertThat(text.chars().filter(c -> c == '{').count()).isGreaterThan(5_000);
            case HUGE_NUMBERS ->
                    assertThat(data(text).path("TotalSize").canConvertToLong()).isFalse();
            case NO_OBJECT -> assertThat(text).startsWith("[");
            case UNKNOWN_CODES ->
                    assertThat(Json.MAPPER.readTree(text).path("Type").asInt()).isEqualTo(4999);
            default -> throw new AssertionError(poison);
        }
        server.acts().accounts().edit(user, profile -> profile);
        assertThat(listener.event().path("Type").asInt()).isEqualTo(4102);
    }

    @Test
    void anEmptyFrameIsAFrame() throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        server.stream().poison(Poison.EMPTY);
        assertThat(listener.text()).isEmpty();
    }

    @Test
    void bytesThatAreNoTextEndAListenerThatMinds() throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        server.stream().poison(Poison.INVALID_UTF8);
        assertThat(listener.closeCode()).isEqualTo(1006);
    }

    @Test
    void aFrozenSocketSaysNothingUntilItThawsAndNewOnesAreServed() throws Exception {
        StreamListener frozen = StreamListener.signedIn(server);
        server.stream().freeze();
        assertThat(server.stream().viewers()).allMatch(EventStream.Viewer::frozen);
        StreamListener fresh = StreamListener.signedIn(server);
        server.acts().accounts().edit(user, profile -> profile);
        assertThat(fresh.event().path("Type").asInt()).isEqualTo(4102);
        assertThat(frozen.isSilent()).isTrue();
        server.stream().thaw();
        assertThat(frozen.event().path("Type").asInt()).isEqualTo(4102);
    }

    @Test
    void aBurstMayBeCutInTheMiddle() throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        server.stream().killAfter(3);
        for (int i = 0; i < 6; i++) {
            server.acts().accounts().edit(user, profile -> profile);
        }
        assertThat(listener.closeCode()).isEqualTo(1006);
        assertThat(server.stream().sockets()).isZero();
    }

    @Test
    void whoeverWantsToConnectMayMeetAProxysPage() {
        server.faults().add(Fault.always(Fault.Kind.HTML).onPath(EventStream.PATH));
        assertThatThrownBy(() -> StreamListener.signedIn(server))
                .hasMessageContaining("No connection");
        server.faults().clear();
        server.faults().html(true);
        // Without a path a fault is about the API alone.
        assertThat(server.stream().sockets()).isZero();
    }

    @Test
    void aBigProfileIsABigFrame() throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        server.acts()
                .accounts()
                .edit(user, profile -> profile.put("AccountName", "x".repeat(10_000_000)));
        assertThat(listener.text().length()).isGreaterThan(10_000_000);
    }

    @Test
    void aWrongClockIsWrongEverywhere() throws Exception {
        server.fleet().habits().clockSkewSeconds = -600;
        StreamListener listener = StreamListener.signedIn(server);
        server.acts().accounts().edit(user, profile -> profile);
        long told = listener.event().path("Timestamp").asLong();
        assertThat(told).isEqualTo(Instant.parse("2026-11-22T21:07:00Z").getEpochSecond());
        JsonNode version = new ApiCaller(server, user).admin("meta/version");
        assertThat(version.path("CurrentTime").asLong()).isEqualTo(told);
    }

    @Test
    void anOldServerHasNeitherTheNewerCallsNorTheNewerFields() throws Exception {
        ApiCaller caller = new ApiCaller(server, user);
        server.switches().version = "23.3.5";
        JsonNode profile = caller.admin("get-user-profile", "TargetUser", user);
        assertThat(profile.has("GroupID")).isFalse();
        assertThat(profile.has("QuotaHyperVGuests")).isFalse();
        assertThat(profile.path("Devices").findValues("ClientVersion")).isEmpty();
        assertThat(profile.path("Devices").findValues("os")).isEmpty();
        assertThat(status(caller, "job/abandon")).isEqualTo(404);
        assertThat(status(caller, "squota/list-all")).isEqualTo(404);
        server.switches().version = "25.9.8";
        assertThat(status(caller, "squota/list-all")).isEqualTo(200);
    }

    @Test
    void aRestartEndsStreamsAndSessionsAndShowsInTheHash() throws Exception {
        ApiCaller caller = new ApiCaller(server, user);
        JsonNode before = caller.admin("meta/version");
        StreamListener listener = StreamListener.signedIn(server);
        server.restart();
        assertThat(listener.event().path("Type").asInt()).isEqualTo(4402);
        assertThat(listener.closeCode()).isEqualTo(1001);
        assertThat(caller.admin("meta/version").path("ServerStartHash"))
                .isNotEqualTo(before.path("ServerStartHash"));
    }

    @Test
    void aPartOfTheAccountsMayBeMissingFromTheList() throws Exception {
        ApiCaller caller = new ApiCaller(server, user);
        assertThat(caller.admin("list-users-full")).hasSize(10);
        server.switches().listedUsersPercent = 60;
        assertThat(caller.admin("list-users-full")).hasSize(6);
        server.switches().listedUsersPercent = 0;
        assertThat(caller.admin("list-users-full")).isEmpty();
    }

    @Test
    void aPartOfTheConnectionsMayBeMissingFromTheList() throws Exception {
        ApiCaller caller = new ApiCaller(server, user);
        int all = caller.admin("dispatcher/list-active").size();
        server.switches().listedConnectionsPercent = 40;
        assertThat(caller.admin("dispatcher/list-active")).hasSize(all * 40 / 100);
        server.switches().listedConnectionsPercent = 0;
        assertThat(caller.admin("dispatcher/list-active")).isEmpty();
    }

    private static int status(ApiCaller caller, String call) throws Exception {
        return caller.send(Api.ADMIN + call, Map.of()).statusCode();
    }

    private static JsonNode data(String text) throws Exception {
        return Json.MAPPER.readTree(text).path("Data");
    }
}
