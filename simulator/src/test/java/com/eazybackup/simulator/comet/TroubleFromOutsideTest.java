package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.http.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every trouble that real servers and networks make, asked for and met from outside. */
class TroubleFromOutsideTest {

    private static final Instant NOW = Instant.parse("2026-11-22T21:17:00Z");
    private static final String BRANDING = "/gen/branding.props";

    private final HttpClient client = HttpClient.newHttpClient();
    private SimulatedCometServer server;
    private String user;

    @BeforeEach
    void start() {
        Fleet fleet = FleetPlan.numbered(10, Clock.fixed(NOW, ZoneOffset.UTC)).build();
        server = SimulatedCometServer.start(0, fleet, new Switches());
        user = fleet.usernames().get(0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void order(String act, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(server.origin().resolve("/_control/" + act))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void turn(String name, String value) throws Exception {
        order("set-switch", "{\"name\":\"%s\",\"value\":\"%s\"}".formatted(name, value));
    }

    private HttpResponse<String> ask(Duration patience) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.origin().resolve(BRANDING)).timeout(patience).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void rename(String name) {
        server.acts().accounts().edit(user, profile -> profile.put("AccountName", name));
    }

    private static String nameIn(JsonNode event) {
        return event.path("Data").path("AccountName").asText();
    }

    @ParameterizedTest
    @EnumSource(Fault.Kind.class)
    void theApiFailsInEveryWay(Fault.Kind kind) throws Exception {
        int value =
                switch (kind) {
                    case SLOW -> 300;
                    case TRUNCATED -> 10;
                    default -> kind.usualValue();
                };
        order("add-fault", "{\"kind\":\"%s\",\"value\":%d}".formatted(kind, value));
        Duration patience = Duration.ofSeconds(60);
        switch (kind) {
            case SLOW -> {
                long begun = System.nanoTime();
                assertThat(ask(patience).statusCode()).isEqualTo(200);
                assertThat(System.nanoTime() - begun)
                        .isGreaterThan(Duration.ofMillis(290).toNanos());
            }
            case HANG ->
                    assertThatThrownBy(() -> ask(Duration.ofMillis(500)))
                            .isInstanceOf(HttpTimeoutException.class);
            case STATUS -> assertThat(ask(patience).statusCode()).isEqualTo(503);
            case ERROR_BODY -> {
                assertThat(ask(patience).statusCode()).isEqualTo(200);
                assertThat(Json.MAPPER.readTree(ask(patience).body()).path("Status").asInt())
                        .isEqualTo(500);
            }
            case HTML -> assertThat(ask(patience).body()).startsWith("<html>");
            case REFUSED -> assertThat(ask(patience).statusCode()).isEqualTo(403);
            case EMPTY -> assertThat(ask(patience).body()).isEmpty();
            case TRUNCATED, DROP ->
                    assertThatThrownBy(() -> ask(patience)).isInstanceOf(IOException.class);
        }
        order("heal", "{}");
        assertThat(ask(patience).body()).contains("ProductName");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 504})
    void theApiHasAnyStatus(int status) throws Exception {
        order("add-fault", "{\"kind\":\"STATUS\",\"value\":%d}".formatted(status));
        assertThat(ask(Duration.ofSeconds(10)).statusCode()).isEqualTo(status);
    }

    @Test
    void theSocketIsKilled() throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        order("kill-streams", "{}");
        assertThat(listener.closeCode()).isEqualTo(1006);
    }

    @Test
    void theSocketFreezesAndThaws() throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        order("freeze", "{}");
        rename("Frozen");
        StreamListener fresh = StreamListener.signedIn(server);
        rename("Fresh");
        assertThat(nameIn(fresh.event())).isEqualTo("Fresh");
        assertThat(listener.isSilent()).isTrue();
        order("thaw", "{}");
        assertThat(nameIn(listener.event())).isEqualTo("Frozen");
    }

    @Test
    void theSocketIsRefused() throws Exception {
        turn("refuseStreams", "true");
        StreamListener listener =
                StreamListener.connect(
                        server.origin(),
                        server.access().username(),
                        "Password",
                        server.access().password(),
                        "",
                        "");
        assertThat(listener.text()).isEqualTo("403 Forbidden");
        assertThat(listener.closeCode()).isEqualTo(1008);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"DROP", "HTML", "STATUS"})
    void theSocketIsNotEvenOpened(Fault.Kind kind) throws Exception {
        order("add-fault", "{\"kind\":\"%s\",\"path\":\"%s\"}".formatted(kind, EventStream.PATH));
        assertThatThrownBy(() -> StreamListener.signedIn(server))
                .hasMessageContaining("No connection");
    }

    @Test
    void eventsAreDuplicated() throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        turn("copiesOfEachFrame", "3");
        rename("Thrice");
        String first = listener.text();
        assertThat(listener.text()).isEqualTo(first);
        assertThat(listener.text()).isEqualTo(first);
    }

    @Test
    void eventsAreReordered() throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        turn("swappedPairs", "true");
        rename("Earlier");
        rename("Later");
        assertThat(nameIn(listener.event())).isEqualTo("Later");
        assertThat(nameIn(listener.event())).isEqualTo("Earlier");
    }

    @ParameterizedTest
    @EnumSource(
            value = Poison.class,
            names = {"INVALID_UTF8"},
            mode = EnumSource.Mode.EXCLUDE)
    void eventsAreMalformed(Poison poison) throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        order("poison", "{\"kind\":\"%s\"}".formatted(poison));
        listener.text();
        rename("Well");
        assertThat(nameIn(listener.event())).isEqualTo("Well");
    }

    @ParameterizedTest
    @ValueSource(ints = {600, -600})
    void theClockIsWrong(int seconds) throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        turn("clockSkewSeconds", "" + seconds);
        assertThat(new ApiCaller(server, user).admin("meta/version").path("CurrentTime").asLong())
                .isEqualTo(NOW.getEpochSecond() + seconds);
        rename("Skewed");
        assertThat(listener.event().path("Timestamp").asLong())
                .isEqualTo(NOW.getEpochSecond() + seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22.12.9", "23.3.5", "23.9.1", "24.6.2", "25.9.8"})
    void theServerIsOld(String version) throws Exception {
        order("restart", "{\"version\":\"%s\"}".formatted(version));
        assertThat(new ApiCaller(server, user).admin("meta/version").path("Version").asText())
                .isEqualTo(version);
        StreamListener listener =
                StreamListener.connect(
                        server.origin(),
                        server.access().username(),
                        "Password",
                        server.access().password(),
                        "",
                        "");
        assertThat(listener.text()).isEqualTo("200 OK");
        JsonNode hello = listener.event();
        assertThat(hello.path("Type").asInt()).isEqualTo(4000);
        boolean named = Release.of(version).compareTo(new Release(23, 5, 0)) >= 0;
        assertThat(hello.has("TypeString")).isEqualTo(named);
        assertThat(hello.has("Actor")).isEqualTo(named);
    }
}
