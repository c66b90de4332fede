package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.fleet.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminApiTest {

    private static final String USER = "larkspur";

    private final HttpClient client = HttpClient.newHttpClient();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T21:17:00Z"));
    private SimulatedCometServer server;
    private String device;
    private String item;
    private String vault;

    @BeforeEach
    void start() {
        Fleet fleet =
                FleetPlan.of(DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP), clock)
                        .build();
        server = SimulatedCometServer.start(0, fleet, new Switches());
        JsonNode profile = fleet.profile(USER).orElseThrow();
        JsonNode rule = profile.path("BackupRules").elements().next();
        item = rule.path("Source").asText();
        vault = rule.path("Destination").asText();
        device = profile.path("Sources").path(item).path("OwnerDevice").asText();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void onlyPostAndOnlyKnownPaths() throws Exception {
        HttpRequest get =
                HttpRequest.newBuilder(server.origin().resolve("/api/v1/admin/list-users")).build();
        assertThat(client.send(get, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(405);
        assertThat(post("no-such-call").statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongPasswordIs403InTheBodyAndInTheStatusLineWhenSwitchedSo() throws Exception {
        HttpResponse<String> answer =
                send("list-users", "Username=portal&AuthType=Password&Password=x");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("Status").asInt()).isEqualTo(403);
        server.switches().errorsAsHttpStatus = true;
        answer = send("list-users", "Username=portal&AuthType=Password&Password=x");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aSessionKeyServesUntilItIsForgotten() throws Exception {
        String key = json(post("account/session-start")).path("SessionKey").asText();
        String form = "Username=portal&AuthType=SessionKey&SessionKey=" + key;
        assertThat(json(send("list-users", form)).isArray()).isTrue();
        server.forgetSessions();
        assertThat(json(send("list-users", form)).path("Status").asInt()).isEqualTo(403);
    }

    @Test
    void usersComeAsNamesAsProfilesAndWithTheirHash() throws Exception {
        assertThat(json(post("list-users")).valueStream().map(JsonNode::asText))
                .contains("Deltaworks", "deltaworks", USER);
        assertThat(json(post("list-users-full")).path(USER).path("Username").asText())
                .isEqualTo(USER);
        assertThat(json(post("get-user-profile", "TargetUser", USER)).has("ProfileHash")).isFalse();
        JsonNode both = json(post("get-user-profile-and-hash", "TargetUser", USER));
        assertThat(both.path("Status").asInt()).isEqualTo(200);
        assertThat(both.path("Profile").path("Devices").has(device)).isTrue();
        JsonNode hash = json(post("get-user-profile-hash", "TargetUser", USER));
        assertThat(hash.path("ProfileHash")).isEqualTo(both.path("ProfileHash"));
        assertThat(json(post("get-user-profile", "TargetUser", "LARKSPUR")).path("Status").asInt())
                .isEqualTo(500);
    }

    @Test
    void gzipOnRequest() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(server.origin().resolve("/api/v1/admin/list-users-full"))
                        .header("Accept-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofString(login()))
                        .build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(Json.MAPPER.readTree(in)).isEqualTo(json(post("list-users-full")));
        }
    }

    @Test
    void zeroToZeroIsExactlyTheUnfinishedJobs() throws Exception {
        assertThat(range(0, 0)).isEmpty();
        String running = server.acts().jobs().start(USER, device, item, vault);
        String ended = server.acts().jobs().start(USER, device, item, vault);
        server.acts().jobs().finish(ended, 5000);
        assertThat(range(0, 0)).containsExactly(running);
    }

    @Test
    void aRangeHasWhatStartedOrEndedInItWhicheverWayRound() throws Exception {
        long before = clock.instant().getEpochSecond();
        clock.forward(Duration.ofSeconds(100));
        String job = server.acts().jobs().start(USER, device, item, vault);
        long start = before + 100;
        clock.forward(Duration.ofSeconds(100));
        assertThat(range(before + 1, start)).contains(job);
        server.acts().jobs().finish(job, 7001);
        assertThat(range(start + 1, start + 100)).contains(job);
        assertThat(range(start + 100, start + 1)).contains(job);
        assertThat(range(start + 1, start + 99)).doesNotContain(job);
    }

    @Test
    void oneJobAndAnUnknownOne() throws Exception {
        String job = server.acts().jobs().start(USER, device, item, vault);
        assertThat(json(post("get-job-properties", "JobID", job)).path("Status").asInt())
                .isEqualTo(6001);
        assertThat(json(post("get-job-properties", "JobID", "x")).path("Status").asInt())
                .isEqualTo(404);
        assertThat(json(post("get-jobs-for-user", "TargetUser", USER)).valueStream())
                .allMatch(found -> found.path("Username").asText().equals(USER));
        assertThat(
                        json(post("get-jobs-recent"))
                                .valueStream()
                                .map(found -> found.path("GUID").asText()))
                .contains(job);
    }

    @Test
    void liveConnectionsAreAMapWithoutTheirOwnId() throws Exception {
        String connection = server.acts().devices().connect(USER, device);
        JsonNode active = json(post("dispatcher/list-active", "UserNameFilter", USER));
        assertThat(active.path(connection).path("DeviceID").asText()).isEqualTo(device);
        assertThat(active.path(connection).has("ConnectionID")).isFalse();
        assertThat(active.valueStream()).allMatch(c -> c.path("Username").asText().equals(USER));
        assertThat(json(post("dispatcher/list-active")).size()).isGreaterThan(active.size());
    }

    @Test
    void odditiesOfTheWire() throws Exception {
        server.switches().nullForEmpty = true;
        server.switches().unknownFields = true;
        server.switches().createTimeInKiloseconds = true;
        JsonNode profile = json(post("get-user-profile", "TargetUser", USER));
        assertThat(profile.path("OverrideEmailSettings").isNull()).isTrue();
        assertThat(profile.has("FromTheFuture")).isTrue();
        assertThat(profile.path("CreateTime").asLong()).isLessThan(10_000_000);
        assertThat(profile.path("Devices").has("FromTheFuture")).isFalse();
        server.switches().truncatedBodies = true;
        assertThatThrownBy(() -> post("list-users-full")).isInstanceOf(IOException.class);
    }

    @Test
    void emptyMapsMayHaveBecomeLists() throws Exception {
        assertThat(emails().isObject()).isTrue();
        server.switches().arrayForEmptyMap = true;
        assertThat(emails().isArray()).isTrue();
        assertThat(emails()).isEmpty();
    }

    private JsonNode emails() throws Exception {
        return json(post("get-user-profile", "TargetUser", USER)).path("OverrideEmailSettings");
    }

    @Test
    void programsOutsideCanAct() throws Exception {
        JsonNode started =
                control(
                        "start-job",
                        "{\"user\":\"%s\",\"device\":\"%s\",\"item\":\"%s\",\"vault\":\"%s\"}"
                                .formatted(USER, device, item, vault));
        String job = started.path("job").asText();
        assertThat(control("state", "{}").path("running").asInt()).isEqualTo(1);
        control("finish-job", "{\"job\":\"%s\",\"status\":5000}".formatted(job));
        assertThat(control("state", "{}").path("running").asInt()).isZero();
        assertThat(control("explode", "{}").path("error").asText()).contains("explode");
    }

    private List<String> range(long from, long to) throws Exception {
        return json(post("get-jobs-for-date-range", "Start", from + "", "End", to + ""))
                .valueStream()
                .map(job -> job.path("GUID").asText())
                .toList();
    }

    private JsonNode control(String act, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(server.origin().resolve("/_control/" + act))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return json(client.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private HttpResponse<String> post(String call, String... fields) throws Exception {
        StringBuilder form = new StringBuilder(login());
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=');
            form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(call, form.toString());
    }

    private String login() {
        return "Username=portal&AuthType=Password&Password=" + server.access().password();
    }

    private HttpResponse<String> send(String call, String form) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(server.origin().resolve("/api/v1/admin/" + call))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Json.MAPPER.readTree(answer.body());
    }
}
