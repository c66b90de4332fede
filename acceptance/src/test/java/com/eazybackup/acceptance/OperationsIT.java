package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.EventStream;
import com.eazybackup.simulator.comet.Poison;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations over the API: for administrators, and for nobody else. */
class OperationsIT {

    private static final String ROOT = "/api/admin/operations";
    private static final String QUARANTINE = ROOT + "/quarantine";
    private static final String KNOWN =
            "{\"Type\":4103,\"TypeString\":\"SEVT_ACCOUNT_LOGIN\",\"Actor\":\"quill\"}";
    private static final String UNKNOWN = "{\"Type\":4999,\"TypeString\":\"SEVT_OF_TOMORROW\"}";

    @TempDir Path folder;

    private final EventStream stream = World.get().comet(DemoCustomers.COMETBACKUP).stream();

    @BeforeEach
    void emptyQuarantine() throws Exception {
        PortalTables.run("DELETE FROM eb_quarantine");
        Session admin = Session.ofAdmin();
        World.eventually(
                "both streams are live",
                () -> {
                    JsonNode streams = admin.get(ROOT).json().path("streams");
                    return streams.size() == 2
                            && streams.path(0).path("state").asText().equals("live")
                            && streams.path(1).path("state").asText().equals("live");
                });
    }

    @Test
    void anAdministratorSeesHowEveryIntakeStands() throws Exception {
        Session admin = Session.ofAdmin();
        World.eventually(
                "the first catch-up has ended",
                () -> admin.get(ROOT).json().at("/streams/0/last_catch_up").isObject());

        JsonNode answer = admin.get(ROOT).json();

        assertThat(answer.path("node").asText()).isNotEmpty();
        assertThat(answer.path("t").asLong()).isPositive();
        assertThat(answer.at("/quarantine/open").isIntegralNumber()).isTrue();
        JsonNode first = answer.at("/streams/0");
        assertThat(first.path("profile").asText()).isEqualTo(DemoCustomers.COMETBACKUP);
        assertThat(first.path("state").asText()).isEqualTo("live");
        assertThat(first.path("since").asLong()).isPositive();
        assertThat(first.at("/queue/capacity").asInt()).isPositive();
        assertThat(first.at("/counts/news").asLong()).isPositive();
        assertThat(first.at("/lag/events_of_last_minute").isIntegralNumber()).isTrue();
        assertThat(first.at("/last_catch_up/outcome").asText()).isEqualTo("complete");
    }

    @Test
    void listsAreReadAgainOnRequestAndThatIsRecorded() throws Exception {
        Session admin = Session.ofAdmin();
        long before = catchUps(admin, "requested");

        Answer answer = admin.post(ROOT + "/streams/" + DemoCustomers.COMETBACKUP + "/catch-up");

        assertThat(answer.status()).isEqualTo(202);
        World.eventually(
                "the catch-up is recorded", () -> catchUps(admin, "requested") == before + 1);
        JsonNode newest =
                admin.get(ROOT + "/catch-ups?size=1&profile=" + DemoCustomers.COMETBACKUP)
                        .json()
                        .at("/items/0");
        assertThat(newest.path("cause").asText()).isEqualTo("requested");
        assertThat(newest.path("users").asInt()).isPositive();
        assertThat(newest.path("took_ms").asLong()).isPositive();
        assertThat(trail("intake.catch-up"))
                .endsWith("cometbackup|asked|admin", "cometbackup|ok|admin");
        assertThat(admin.post(ROOT + "/streams/" + DemoCustomers.OBC + "/connect").status())
                .isEqualTo(202);
    }

    @Test
    void catchUpsOfOneServerAreFoundPageByPage() throws Exception {
        Session admin = Session.ofAdmin();

        JsonNode obc = admin.get(ROOT + "/catch-ups?size=1&page=1&profile=obc").json();
        JsonNode unknown = admin.get(ROOT + "/catch-ups?profile=no-such-server").json();

        assertThat(obc.path("items")).hasSize(1);
        assertThat(obc.at("/items/0/profile").asText()).isEqualTo("obc");
        assertThat(unknown.path("total").asLong()).isZero();
        for (String bad : List.of("page=0", "size=201", "page=x")) {
            Answer refused = admin.get(ROOT + "/catch-ups?" + bad);
            assertThat(refused.status()).as(bad).isEqualTo(400);
            assertThat(refused.json().path("code").asText()).isEqualTo("validation");
        }
    }

    @Test
    void aServerThatIsUnknownHereIsNotFound() throws Exception {
        Session admin = Session.ofAdmin();

        for (String act : List.of("catch-up", "connect")) {
            Answer answer = admin.post(ROOT + "/streams/no-such-server/" + act);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().path("code").asText()).isEqualTo("not-found");
        }
        assertThat(trail("intake.connect")).endsWith("no-such-server|not-found|admin");
    }

    @Test
    void aPoisonedFrameIsKeptAndAReplayThatDoesNotHelpLeavesItOpen() throws Exception {
        Session admin = Session.ofAdmin();
        stream.poison(Poison.BROKEN_JSON);
        JsonNode frame = waiting(admin);

        assertThat(frame.path("profile").asText()).isEqualTo(DemoCustomers.COMETBACKUP);
        assertThat(frame.path("reason").asText()).isNotEmpty();
        assertThat(frame.path("beginning").asText()).startsWith("{");
        assertThat(frame.path("times").asLong()).isEqualTo(1);
        JsonNode outcome = admin.post(address(frame) + "/replay").json();

        assertThat(outcome.path("outcome").asText()).isEqualTo("unreadable");
        assertThat(outcome.path("done").asBoolean()).isFalse();
        assertThat(total(admin, "open")).isEqualTo(1);
        assertThat(admin.delete(address(frame)).status()).isEqualTo(204);
        assertThat(total(admin, "open")).isZero();
        assertThat(total(admin, "discarded")).isEqualTo(1);
        assertThat(trail("quarantine.replay")).endsWith(id(frame) + "|unreadable|admin");
        assertThat(trail("quarantine.discard")).endsWith(id(frame) + "|ok|admin");
    }

    @Test
    void aFrameThatIsRepairedIsReplayedIntoTheTables() throws Exception {
        Session admin = Session.ofAdmin();
        stream.poison(Poison.NO_OBJECT);
        JsonNode frame = waiting(admin);
        // As if a newer version understood what this one did not.
        PortalTables.run(
                "UPDATE eb_quarantine SET frame = '{\"Type\":4201,\"Timestamp\":1700000000,\"Data\":"
                        + "{\"GUID\":\"from-quarantine\",\"Username\":\"quill\",\"Status\":5000,"
                        + "\"Classification\":4001,\"StartTime\":1699990000,\"EndTime\":1700000000}}'");

        JsonNode outcome = admin.post(address(frame) + "/replay").json();

        assertThat(outcome.path("outcome").asText()).isEqualTo("applied");
        assertThat(outcome.path("done").asBoolean()).isTrue();
        assertThat(PortalTables.rows("SELECT status FROM comet_jobs WHERE id = 'from-quarantine'"))
                .containsExactly("5000");
        assertThat(total(admin, "open")).isZero();
        assertThat(total(admin, "replayed")).isEqualTo(1);
        assertThat(admin.get(ROOT).json().at("/quarantine/open").asLong()).isZero();
    }

    @Test
    @Tag("fault-07")
    void codesThatNobodyKnowsAreAnAlertOfTheirServerUntilTheyAreFew() throws Exception {
        Session admin = Session.ofAdmin();
        World.eventually("it is known what is open", () -> alerts(admin).isArray());
        assertThat(alerts(admin)).isEmpty();
        JsonNode before = codes(admin);
        long frames = Math.max(1_000, before.path("frames").asLong());
        long unknown = frames * 15 / 1_000 - before.path("unknown").asLong();
        try {
            send(admin, UNKNOWN, unknown);
            World.eventually("an alert is open", () -> !alerts(admin).isEmpty());
            JsonNode alert = alerts(admin).path(0);
            assertThat(alerts(admin)).as("of the one server alone").hasSize(1);
            assertThat(alert.path("kind").asText()).isEqualTo("unknown-codes");
            assertThat(alert.path("profile").asText()).isEqualTo(DemoCustomers.COMETBACKUP);
            assertThat(alert.path("sentence").asText()).contains("event type 4999");
            assertThat(alert.path("since").asLong()).isPositive();
            assertThat(codes(admin).path("last").asText()).isEqualTo("event type 4999");
        } finally {
            JsonNode after = codes(admin);
            // Four of a thousand are few.
            send(
                    admin,
                    KNOWN,
                    after.path("unknown").asLong() * 250 - after.path("frames").asLong());
        }

        World.eventually("it is over", () -> alerts(admin).isEmpty());
        assertThat(
                        PortalTables.rows(
                                "SELECT state FROM eb_operator_alerts"
                                        + " WHERE kind = 'unknown-codes' AND profile = ?",
                                DemoCustomers.COMETBACKUP))
                .containsExactly("closed");
    }

    private void send(Session admin, String frame, long times) throws Exception {
        long before = codes(admin).path("frames").asLong();
        for (long i = 0; i < times; i++) {
            stream.sendRaw(frame);
        }
        World.eventually(
                "they are read", () -> codes(admin).path("frames").asLong() >= before + times);
    }

    private static JsonNode alerts(Session admin) throws Exception {
        return admin.get(ROOT).json().path("alerts");
    }

    /** Of the first server. */
    private static JsonNode codes(Session admin) throws Exception {
        return admin.get(ROOT).json().at("/streams/0/codes");
    }

    @Test
    void aFrameThatIsNotThereIsNotFound() throws Exception {
        Session admin = Session.ofAdmin();

        assertThat(admin.post(QUARANTINE + "/999999/replay").status()).isEqualTo(404);
        assertThat(admin.delete(QUARANTINE + "/999999").status()).isEqualTo(404);
        assertThat(admin.delete(QUARANTINE + "/first").status()).isEqualTo(404);
        assertThat(admin.get(QUARANTINE + "?state=lost").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '', intake.status",
        "GET, /catch-ups, intake.catch-ups",
        "GET, /quarantine, quarantine.list",
        "POST, /streams/cometbackup/catch-up, intake.catch-up",
        "POST, /streams/cometbackup/connect, intake.connect",
        "POST, /quarantine/1/replay, quarantine.replay",
        "DELETE, /quarantine/1, quarantine.discard"
    })
    void aCustomerIsRefusedAndWrittenDownAndNobodyIsSentToSignIn(
            String method, String path, String action) throws Exception {
        Session customer = Session.of(World.SMALL);

        Answer refused = call(customer, method, ROOT + path);
        Answer nobody = call(new Session(), method, ROOT + path);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("code").asText()).isEqualTo("forbidden");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.json().path("code").asText()).isEqualTo("unauthenticated");
        assertThat(PortalTables.refusals(World.SMALL, action)).isNotEmpty();
    }

    @Test
    void aWriteWithoutTheCsrfHeaderIsRefusedAndNothingHappens() throws Exception {
        Session admin = Session.ofAdmin();
        stream.poison(Poison.NULL_DATA);
        JsonNode frame = waiting(admin);

        for (String[] write :
                new String[][] {
                    {"DELETE", address(frame)},
                    {"POST", address(frame) + "/replay"},
                    {"POST", ROOT + "/streams/cometbackup/catch-up"}
                }) {
            Answer answer =
                    admin.send(
                            admin.request(write[1])
                                    .method(write[0], BodyPublishers.noBody())
                                    .build());
            assertThat(answer.status()).as(write[1]).isEqualTo(403);
            assertThat(answer.json().path("code").asText()).isEqualTo("forbidden");
        }
        assertThat(total(admin, "open")).isEqualTo(1);
    }

    @Test
    void whileTheDatabaseIsAwayTheStreamsAreStillShownAndNothingIsDoneUnseen() throws Exception {
        Path home = Path.of(System.getProperty("server.home"));
        Path base = AnotherServer.copyOfBase(home, folder.resolve("base"));
        int port = World.get().database().port();
        try (Relay cable = Relay.to(port);
                AnotherServer server =
                        AnotherServer.start(home, base, OutageIT.throughThe(cable, port))
                                .awaitReady()) {
            Session admin = Session.ofAdmin(server.portal());
            cable.cut();

            Answer status = admin.get(ROOT);
            assertThat(status.status()).isEqualTo(200);
            assertThat(status.json().path("streams")).hasSize(2);
            World.eventually(
                    "it is not known which alerts are open",
                    () -> admin.get(ROOT).json().path("alerts").isNull());
            for (Answer away :
                    List.of(
                            admin.get(ROOT + "/catch-ups"),
                            admin.get(QUARANTINE),
                            admin.post(QUARANTINE + "/1/replay"),
                            admin.post(ROOT + "/streams/cometbackup/catch-up"))) {
                assertThat(away.status()).isEqualTo(503);
                assertThat(away.type()).contains("application/problem+json");
                assertThat(away.headers()).containsKey("retry-after");
            }
        }
    }

    private static Answer call(Session session, String method, String path) throws Exception {
        return switch (method) {
            case "GET" -> session.get(path);
            case "POST" -> session.post(path);
            default -> session.delete(path);
        };
    }

    private static JsonNode waiting(Session admin) throws Exception {
        World.eventually("the frame is in the quarantine", () -> total(admin, "open") > 0);
        return admin.get(QUARANTINE).json().at("/items/0");
    }

    private static String id(JsonNode frame) {
        return frame.path("id").asText();
    }

    private static String address(JsonNode frame) {
        return QUARANTINE + "/" + id(frame);
    }

    private static long total(Session admin, String state) throws Exception {
        return admin.get(QUARANTINE + "?state=" + state).json().path("total").asLong();
    }

    private static long catchUps(Session admin, String cause) throws Exception {
        long count = 0;
        for (JsonNode run : admin.get(ROOT + "/catch-ups?size=200").json().path("items")) {
            count += run.path("cause").asText().equals(cause) ? 1 : 0;
        }
        return count;
    }

    private static List<String> trail(String action) throws Exception {
        return PortalTables.rows(
                "SELECT CONCAT(target, '|', result, '|', role) FROM eb_audit WHERE action = ?"
                        + " ORDER BY id",
                action);
    }
}
