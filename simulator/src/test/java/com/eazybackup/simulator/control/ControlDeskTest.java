package com.eazybackup.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.ApiCaller;
import com.eazybackup.simulator.comet.EventStream;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.comet.StreamListener;
import com.eazybackup.simulator.comet.Switches;
import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.fleet.Json;
import com.eazybackup.simulator.fleet.MovableClock;
import com.eazybackup.simulator.http.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlDeskTest {

    private static final String USER = "larkspur";
    private static final Instant START = Instant.parse("2026-11-22T21:17:00Z");

    /** May ask a server or wait for a frame. */
    @FunctionalInterface
    private interface Seen {
        boolean test(ControlDeskTest test) throws Exception;
    }

    /** A body for an act, and what is true once it is done. */
    private record Try(String body, Seen done) {}

    private static final Map<String, Try> TRIES =
            Map.ofEntries(
                    Map.entry("start-job", tried("@place", test -> test.running() == 2)),
                    Map.entry(
                            "progress-job",
                            tried(
                                    "{\"job\":\"@job\",\"bytes_done\":5,\"bytes_total\":9}",
                                    test ->
                                            test.job().path("Progress").path("BytesDone").asInt()
                                                    == 5)),
                    Map.entry(
                            "finish-job",
                            tried("{\"job\":\"@job\",\"status\":7001}", test -> test.status(7001))),
                    Map.entry("cancel-job", tried("{\"job\":\"@job\"}", test -> test.status(7005))),
                    Map.entry(
                            "abandon-job", tried("{\"job\":\"@job\"}", test -> test.status(7007))),
                    Map.entry("revive-job", tried("{\"job\":\"@job\"}", test -> test.status(6002))),
                    Map.entry(
                            "show-job",
                            tried("{\"job\":\"@job\",\"status\":6042}", test -> test.status(6042))),
                    Map.entry(
                            "forget-job",
                            tried("{\"job\":\"@job\"}", ControlDeskTest::jobIsForgotten)),
                    Map.entry(
                            "miss-job",
                            tried("@place", test -> test.told(EventKind.JOB_COMPLETED))),
                    Map.entry(
                            "connect-device",
                            tried("@device", test -> test.told(EventKind.DEVICE_LIVE_CONNECT))),
                    Map.entry(
                            "disconnect-device",
                            tried("@device", test -> test.told(EventKind.DEVICE_LIVE_DISCONNECT))),
                    Map.entry("vanish-device", tried("@device", test -> !test.connected())),
                    Map.entry(
                            "add-device",
                            tried(
                                    "{\"user\":\"@user\",\"name\":\"NEW\"}",
                                    test -> test.told(EventKind.DEVICE_NEW))),
                    Map.entry(
                            "remove-device",
                            tried("@device", test -> test.told(EventKind.DEVICE_REMOVED))),
                    Map.entry(
                            "allow-filenames",
                            tried(
                                    "{\"user\":\"@user\",\"device\":\"@device-id\",\"allowed\":false}",
                                    test -> !test.filenames())),
                    Map.entry(
                            "rename-device",
                            tried(
                                    "{\"user\":\"@user\",\"device\":\"@device-id\",\"name\":\"OTHER\"}",
                                    test -> test.profile().toString().contains("OTHER"))),
                    Map.entry(
                            "add-account",
                            tried("{\"user\":\"newcomer\"}", test -> test.has("newcomer"))),
                    Map.entry(
                            "remove-account",
                            tried("{\"user\":\"@user\"}", test -> !test.has(USER))),
                    Map.entry(
                            "suspend-account",
                            tried(
                                    "{\"user\":\"@user\",\"suspended\":true}",
                                    test -> test.profile().path("IsSuspended").asBoolean())),
                    Map.entry(
                            "grow-account",
                            tried(
                                    "{\"user\":\"@user\",\"bytes\":300000}",
                                    test -> test.profile().toString().length() > 300_000)),
                    Map.entry(
                            "add-item",
                            tried(
                                    "{\"user\":\"@user\",\"device\":\"@device-id\",\"engine\":\"engine9/x\",\"name\":\"n\"}",
                                    test -> test.profile().toString().contains("engine9/x"))),
                    Map.entry(
                            "remove-item",
                            tried(
                                    "{\"user\":\"@user\",\"item\":\"@item\"}",
                                    test -> !test.profile().path("Sources").has(test.item))),
                    Map.entry(
                            "add-vault",
                            tried(
                                    "{\"user\":\"@user\",\"type\":1999,\"name\":\"n\"}",
                                    test ->
                                            test.profile()
                                                    .toString()
                                                    .contains("\"DestinationType\":1999"))),
                    Map.entry(
                            "remove-vault",
                            tried(
                                    "{\"user\":\"@user\",\"vault\":\"@vault\"}",
                                    test -> !test.profile().path("Destinations").has(test.vault))),
                    Map.entry(
                            "kill-streams", tried("{}", test -> test.listener.closeCode() == 1006)),
                    Map.entry(
                            "close-streams",
                            tried("{}", test -> test.listener.closeCode() == 1012)),
                    Map.entry(
                            "kill-after",
                            tried(
                                    "{\"frames\":1}",
                                    test -> {
                                        test.server.acts().jobs().finish(test.job, 5000);
                                        return test.listener.closeCode() == 1006;
                                    })),
                    Map.entry("stall", tried("{}", test -> test.server.switches().stalled)),
                    Map.entry("unstall", tried("{}", test -> !test.server.switches().stalled)),
                    Map.entry("freeze", tried("{}", ControlDeskTest::frozen)),
                    Map.entry("thaw", tried("{}", test -> !test.frozen())),
                    Map.entry(
                            "raw-frame",
                            tried("{\"text\":\"x\"}", test -> test.listener.text().equals("x"))),
                    Map.entry(
                            "flood",
                            tried(
                                    "{\"pairs\":1}",
                                    test ->
                                            test.listener.text().contains("SEVT_JOB_NEW")
                                                    && test.listener
                                                            .text()
                                                            .contains("SEVT_JOB_COMPLETED"))),
                    Map.entry(
                            "poison",
                            tried(
                                    "{\"kind\":\"no_object\"}",
                                    test -> test.listener.text().startsWith("["))),
                    Map.entry("next-end", tried("{\"status\":7003}", test -> test.ended(7003))),
                    Map.entry(
                            "add-fault",
                            tried(
                                    "{\"kind\":\"STATUS\",\"path\":\"/x\",\"every\":2,\"times\":3,\"value\":429}",
                                    test ->
                                            test.server
                                                    .faults()
                                                    .all()
                                                    .contains(
                                                            new Fault(
                                                                    Fault.Kind.STATUS,
                                                                    "/x",
                                                                    2,
                                                                    3,
                                                                    429)))),
                    Map.entry(
                            "remove-faults",
                            tried(
                                    "{\"kind\":\"HTML\"}",
                                    test ->
                                            test.server.faults().all().stream()
                                                    .noneMatch(f -> f.kind() == Fault.Kind.HTML))),
                    Map.entry(
                            "set-switch",
                            tried(
                                    "{\"name\":\"unknownJobStatus\",\"value\":\"400\"}",
                                    test -> test.server.switches().unknownJobStatus == 400)),
                    Map.entry("forget-sessions", tried("{}", test -> !test.sessionHolds())),
                    Map.entry(
                            "restart",
                            tried(
                                    "{\"version\":\"23.9.1\"}",
                                    test -> test.server.switches().version.equals("23.9.1"))),
                    Map.entry("pause", tried("{}", test -> test.server.clockwork().paused())),
                    Map.entry("resume", tried("{}", test -> !test.server.clockwork().paused())),
                    Map.entry(
                            "heal",
                            tried(
                                    "{}",
                                    test ->
                                            test.server.faults().all().isEmpty()
                                                    && test.unchanged())),
                    Map.entry(
                            "state", tried("{}", test -> test.answer.path("running").asInt() == 1)),
                    Map.entry(
                            "switches",
                            tried("{}", test -> test.answer.path("switches").size() > 40)),
                    Map.entry(
                            "accounts",
                            tried(
                                    "{\"search\":\"LARK\"}",
                                    test ->
                                            test.answer
                                                    .path("accounts")
                                                    .path(0)
                                                    .path("user")
                                                    .asText()
                                                    .equals(USER))),
                    Map.entry(
                            "catalogue",
                            tried("{}", test -> test.answer.path("acts").size() > 30)));

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<EventKind> events = new CopyOnWriteArrayList<>();
    private final MovableClock clock = new MovableClock(START);
    private SimulatedCometServer server;
    private String device;
    private String item;
    private String vault;
    private String job;
    private JsonNode answer;
    private ApiCaller caller;
    private StreamListener listener;
    private String session;

    @BeforeEach
    void start() throws Exception {
        Fleet fleet =
                FleetPlan.of(
                                DemoCustomers.standard()
                                        .accountsOf(DemoCustomers.COMETBACKUP)
                                        .stream()
                                        .filter(service -> service.username().equals(USER))
                                        .toList(),
                                clock)
                        .build();
        server = SimulatedCometServer.start(0, fleet, new Switches());
        JsonNode rule = profile().path("BackupRules").elements().next();
        item = rule.path("Source").asText();
        vault = rule.path("Destination").asText();
        device = profile().path("Sources").path(item).path("OwnerDevice").asText();
        server.acts().devices().connect(USER, device);
        job = server.acts().jobs().start(USER, device, item, vault);
        server.faults().add(Fault.always(Fault.Kind.HTML).onPath("/nowhere"));
        caller = new ApiCaller(server, USER);
        session = caller.admin("account/session-start").path("SessionKey").asText();
        listener = StreamListener.signedIn(server);
        fleet.listen(event -> events.add(event.kind()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("acts")
    void everyActDoesWhatItSays(String act) throws Exception {
        assertThat(TRIES).as("a try of every act").containsKey(act);
        Try one = TRIES.get(act);
        spoil(act);
        HttpResponse<String> got = post(act, filled(one.body()));
        answer = Json.MAPPER.readTree(got.body());
        assertThat(got.statusCode()).as(got.body()).isEqualTo(200);
        assertThat(one.done().test(this)).as(got.body()).isTrue();
    }

    /** Where an act puts something right, it is wrong first. */
    private void spoil(String act) {
        switch (act) {
            case "thaw" -> server.stream().freeze();
            case "unstall" -> server.stream().stall();
            case "resume" -> server.clockwork().pause();
            case "remove-faults" -> server.faults().html(true);
            case "heal" -> {
                server.faults().html(true);
                server.stream().stall();
                server.stream().freeze();
                server.clockwork().pause();
                server.switches().version = "22.12.9";
            }
            default -> {
                // It makes something happen instead.
            }
        }
    }

    private static Stream<String> acts() throws Exception {
        Fleet fleet = FleetPlan.of(List.of(), Clock.systemUTC()).build();
        try (SimulatedCometServer empty = SimulatedCometServer.start(0, fleet, new Switches())) {
            HttpRequest ask =
                    json(
                            HttpRequest.newBuilder(empty.origin().resolve("/_control/catalogue")),
                            "{}");
            String body =
                    HttpClient.newHttpClient()
                            .send(ask, HttpResponse.BodyHandlers.ofString())
                            .body();
            return Json.MAPPER
                    .readTree(body)
                    .path("acts")
                    .valueStream()
                    .map(act -> act.path("name").asText())
                    .toList()
                    .stream();
        }
    }

    @Test
    void whatCannotBeDoneIsSaid() throws Exception {
        assertThat(post("finish-job", "{\"job\":\"x\",\"status\":5000}").statusCode())
                .isEqualTo(400);
        assertThat(post("finish-job", "{}").body()).contains("finish-job needs job");
        assertThat(post("explode", "{}").body()).contains("No act explode");
        assertThat(post("set-switch", "{\"name\":\"x\",\"value\":\"1\"}").body())
                .contains("No switch x");
        assertThat(post("poison", "{\"kind\":\"arsenic\"}").body()).contains("BROKEN_JSON");
        assertThat(post("state", "{broken").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "control.css", "control.js"})
    void thePageComesWholeFromHereAndUnderAStrictPolicy(String file) throws Exception {
        HttpResponse<String> page =
                client.send(
                        HttpRequest.newBuilder(server.origin().resolve("/_control/" + file))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("http://", "https://", "//cdn");
    }

    @Test
    void onlyItsThreeFilesAreServed() throws Exception {
        HttpRequest other =
                HttpRequest.newBuilder(server.origin().resolve("/_control/ControlPage.class"))
                        .build();
        assertThat(client.send(other, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFormCannotPost() throws Exception {
        HttpRequest form =
                HttpRequest.newBuilder(server.origin().resolve("/_control/heal"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        assertThat(client.send(form, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80"})
    void anotherNameForThisMachineIsRefused(String host) throws Exception {
        assertThat(rawStatus(host, "")).isEqualTo(403);
    }

    @Test
    void anotherSitesPageIsRefusedAndTheOwnIsNot() throws Exception {
        String host = "localhost:" + server.origin().getPort();
        assertThat(rawStatus(host, "Origin: http://evil.example\r\n")).isEqualTo(403);
        assertThat(rawStatus(host, "Origin: http://127.0.0.1:8080\r\n")).isEqualTo(403);
        assertThat(rawStatus(host, "Origin: http://" + host + "\r\n")).isEqualTo(200);
        assertThat(rawStatus(host, "")).isEqualTo(200);
    }

    private int rawStatus(String host, String header) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.origin().getPort())) {
            String request =
                    "POST /_control/state HTTP/1.1\r\nHost: %s\r\n%sContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                            .formatted(host, header);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return Integer.parseInt(in.readLine().split(" ", -1)[1]);
        }
    }

    private static Try tried(String body, Seen done) {
        return new Try(body, done);
    }

    private String filled(String body) {
        String whole =
                switch (body) {
                    case "@place" ->
                            "{\"user\":\"@user\",\"device\":\"@device-id\",\"item\":\"@item\",\"vault\":\"@vault\"}";
                    case "@device" -> "{\"user\":\"@user\",\"device\":\"@device-id\"}";
                    default -> body;
                };
        return whole.replace("@device-id", device)
                .replace("@user", USER)
                .replace("@item", item)
                .replace("@vault", vault)
                .replace("@job", job);
    }

    private HttpResponse<String> post(String act, String body) throws Exception {
        return client.send(
                json(HttpRequest.newBuilder(server.origin().resolve("/_control/" + act)), body),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest json(HttpRequest.Builder to, String body) {
        return to.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private ObjectNode profile() {
        return server.fleet().profile(USER).orElseThrow();
    }

    private JsonNode job() {
        return server.fleet().job(job).orElseThrow();
    }

    private boolean status(int status) {
        return job().path("Status").asInt() == status;
    }

    private int running() {
        return server.fleet().unfinishedJobs().size();
    }

    private boolean told(EventKind kind) {
        return events.contains(kind);
    }

    private boolean has(String username) {
        return server.fleet().usernames().contains(username);
    }

    private boolean filenames() {
        return server.fleet().connectionsOf(USER).values().stream()
                .filter(live -> live.path("DeviceID").asText().equals(device))
                .anyMatch(live -> live.path("AllowsFilenames").asBoolean());
    }

    private boolean jobIsForgotten() {
        return server.fleet().job(job).isEmpty();
    }

    private boolean connected() {
        return server.fleet().connectionsOf(USER).values().stream()
                .anyMatch(live -> live.path("DeviceID").asText().equals(device));
    }

    private boolean frozen() {
        return server.stream().viewers().stream().anyMatch(EventStream.Viewer::frozen);
    }

    private boolean sessionHolds() throws Exception {
        Map<String, String> form =
                Map.of("Username", Fleet.ADMIN, "AuthType", "SessionKey", "SessionKey", session);
        String got = caller.send("/api/v1/admin/meta/version", form).body();
        return got.contains("VersionCodename");
    }

    /** Whether a backup that is ordered now ends so. */
    private boolean ended(int status) throws Exception {
        String target =
                server.fleet().connectionsOf(USER).entrySet().stream()
                        .filter(live -> live.getValue().path("DeviceID").asText().equals(device))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        server.acts().jobs().finish(job, 5000);
        caller.admin(
                "dispatcher/run-backup-custom",
                "TargetID",
                target,
                "Source",
                item,
                "Destination",
                vault);
        clock.forward(Duration.ofMinutes(5));
        server.clockwork().obey();
        clock.forward(Duration.ofMinutes(30));
        server.clockwork().obey();
        return server.fleet().jobsOf(USER).stream()
                .anyMatch(
                        one ->
                                one.path("Status").asInt() == status
                                        && one.path("EndTime").asLong() > START.getEpochSecond());
    }

    private boolean unchanged() {
        return !server.switches().stalled
                && !server.clockwork().paused()
                && !frozen()
                && server.switches().version.equals("25.9.8");
    }
}
