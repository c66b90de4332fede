package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Keys for programs, over the API. */
class TokensIT {

    /** Five seconds are the promise; a busy machine takes longer. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String READER = "rhea@pinewood.example";

    @AfterEach
    void noKeysAreLeft() throws Exception {
        PortalTables.run("DELETE FROM eb_api_tokens");
    }

    @Test
    void aProgramReadsTheFleetOfItsClientAndIsToldWhoItIs() throws Exception {
        Session owner = Session.of(World.MSP, World.PINEWOOD);
        Program program = Program.madeBy(owner, "Grafana");

        Answer devices = program.get("/api/devices?size=1");
        assertThat(devices.status()).isEqualTo(200);
        assertThat(devices.json().path("total"))
                .isEqualTo(owner.get("/api/devices?size=1").json().path("total"));
        assertThat(devices.headers()).doesNotContainKey("set-cookie");
        assertThat(program.get("/api/pulse/snapshot").status()).isEqualTo(200);

        JsonNode who = program.get("/api/session").json();
        assertThat(who.at("/user/email").asText()).isEqualTo(World.MSP);
        assertThat(who.at("/user/duty").asText()).isEqualTo("owner");
        assertThat(who.at("/client/id").asInt()).isEqualTo(World.PINEWOOD);
        assertThat(who.path("clients")).hasSize(1);
        assertThat(who.has("csrf")).isFalse();
        assertThat(who.at("/token/id").asLong()).isEqualTo(program.id());
    }

    @Test
    void itIsInTheListWithoutTheKeyItself() throws Exception {
        Session owner = Session.of(World.SMALL);
        Program program = Program.madeBy(owner, "Grafana");

        Answer list = owner.get("/api/tokens");

        assertThat(list.json().path("items")).hasSize(1);
        JsonNode item = list.json().at("/items/0");
        assertThat(item.path("beginning").asText()).isEqualTo(program.key().substring(0, 10));
        assertThat(item.path("state").asText()).isEqualTo("open");
        assertThat(item.has("key")).isFalse();
        assertThat(list.body()).doesNotContain(program.key());
        assertThat(StreamSupport.stream(list.json().path("scopes").spliterator(), false))
                .extracting(JsonNode::asText)
                .containsExactly("see-fleet", "group-devices", "see-client-trail");
    }

    @Test
    void whatIsWrongWithAWishIsSaid() throws Exception {
        Session owner = Session.of(World.SMALL);
        Program.madeBy(owner, "Grafana");
        List<String> fleet = List.of("see-fleet");
        Duration month = Duration.ofDays(30);
        assertThat(Program.make(owner, "Grafana", fleet, month).status()).isEqualTo(409);
        assertThat(Program.make(owner, " ", fleet, month).status()).isEqualTo(400);
        assertThat(Program.make(owner, "x", List.of(), month).status()).isEqualTo(400);
        assertThat(Program.make(owner, "x", List.of("manage-tokens"), month).status())
                .isEqualTo(400);
        assertThat(Program.make(owner, "x", fleet, Duration.ofDays(367)).status()).isEqualTo(400);
        assertThat(Program.make(owner, "x", fleet, Duration.ofDays(-1)).status()).isEqualTo(400);
        assertThat(owner.post("/api/tokens", Map.of("name", "x")).status()).isEqualTo(400);
    }

    @Test
    void whoOnlyLooksAndWhoIsAnAdministratorMakeNone() throws Exception {
        for (Session other : List.of(Session.of(READER), Session.ofAdmin())) {
            assertThat(other.get("/api/tokens").status()).isEqualTo(403);
            Answer made = Program.make(other, "x", List.of("see-fleet"), Duration.ofDays(30));
            assertThat(made.status()).isEqualTo(403);
            assertThat(other.get("/account/tokens").status()).isEqualTo(403);
        }
        assertThat(Session.of(World.SMALL).get("/account/tokens").status()).isEqualTo(200);
    }

    @Test
    void aKeyOpensNothingButWhatItIsFor() throws Exception {
        Program program = Program.madeBy(Session.of(World.SMALL), "Grafana");
        for (String call :
                new String[] {
                    "GET /api/tokens",
                    "POST /api/tokens",
                    "DELETE /api/tokens/" + program.id(),
                    "GET /api/sessions",
                    "DELETE /api/sessions",
                    "DELETE /api/sessions/x",
                    "PUT /api/session/client",
                    "POST /api/session",
                    "DELETE /api/session",
                    "GET /api/admin/operations"
                }) {
            String[] parts = call.split(" ");
            Answer answer = program.send(parts[0], parts[1]);
            assertThat(answer.status()).as(call).isEqualTo(403);
            assertThat(answer.headers()).as(call).doesNotContainKey("set-cookie");
        }
        assertThat(program.get("/api/devices").status()).isEqualTo(200);
        Answer page = program.get("/status");
        assertThat(page.status()).isEqualTo(303); // pages know no keys
    }

    @Test
    void whatIsNoGoodKeyGetsOneAnswerWhateverIsWrongWithIt() throws Exception {
        Session owner = Session.of(World.SMALL);
        Program revoked = Program.madeBy(owner, "revoked");
        Program expired = Program.madeBy(owner, "expired");
        assertThat(owner.delete("/api/tokens/" + revoked.id()).status()).isEqualTo(204);
        PortalTables.run("UPDATE eb_api_tokens SET expires_ms = 1 WHERE id = " + expired.id());

        for (Program program :
                List.of(revoked, expired, Program.with("ebp_nonsense"), Program.with("a b"))) {
            for (String path : new String[] {"/api/devices", "/api/session", "/api/pulse/events"}) {
                Answer answer = program.get(path);
                assertThat(answer.status()).as(path).isEqualTo(401);
                assertThat(answer.type()).as(path).contains("problem+json");
                assertThat(answer.json().path("detail").asText()).isEqualTo("Please sign in.");
                assertThat(answer.headers().get("www-authenticate"))
                        .as(path)
                        .hasSize(1)
                        .allSatisfy(value -> assertThat(value).startsWith("Bearer"));
            }
        }
    }

    @Test
    void aRequestWithBothIsJudgedByItsKeyAlone() throws Exception {
        Session other = Session.of(World.MSP, World.PINEWOOD);
        Program program = Program.madeBy(Session.of(World.SMALL), "Grafana");

        Answer both =
                other.send(
                        other.request("/api/session")
                                .header("Authorization", "Bearer " + program.key())
                                .GET()
                                .build());
        Answer wrong =
                other.send(
                        other.request("/api/session")
                                .header("Authorization", "Bearer ebp_wrong")
                                .GET()
                                .build());

        assertThat(both.json().at("/client/id").asInt()).isEqualTo(World.QUILL);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(other.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    @Tag("fault-23")
    void anotherClientsKeyIsAsUnknownAsNone() throws Exception {
        Program program = Program.madeBy(Session.of(World.SMALL), "Grafana");
        Session other = Session.of(World.MSP, World.PINEWOOD);
        for (String id : new String[] {Long.toString(program.id()), "999999", "x", "-1"}) {
            Answer answer = other.delete("/api/tokens/" + id);
            assertThat(answer.status()).as(id).isEqualTo(404);
            assertThat(answer.json().path("detail").asText())
                    .isEqualTo("There is nothing at this address.");
        }
        assertThat(program.get("/api/devices").status()).isEqualTo(200);
    }

    @Test
    void theExamplesOfTheReadmeWorkAsTheyAreWritten() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        String[] blocks = readme.split("### For programs")[1].split("```\\n");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", blocks[3]);
        shell.environment().put("EB_PORTAL", World.get().portal().toString().replaceAll("/$", ""));
        shell.environment().put("EB_KEY", Program.madeBy(Session.of(World.SMALL), "curl").key());
        shell.redirectErrorStream(true);
        Process run = shell.start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        run.waitFor();
        assertThat(said)
                .contains("\"email\":\"" + World.SMALL + "\"")
                .contains("\"items\":[{")
                .contains("\"jobsRunning\"")
                .contains("retry: ")
                .doesNotContain("curl:");
    }

    @Test
    @Tag("fault-26")
    void theEventsOfAProgramEndWithItsKey() throws Exception {
        Session owner = Session.of(World.SMALL);
        Program program = Program.madeBy(owner, "Wall");
        try (EventReader events = program.watch()) {
            events.await(SOON, message -> message.kind().equals("snapshot"));
            owner.delete("/api/tokens/" + program.id());
            events.await(SOON, message -> message.kind().equals("ended"));
        }
        Program other = Program.madeBy(owner, "Other");
        try (EventReader events = other.watch()) {
            events.await(SOON, message -> message.kind().equals("snapshot"));
            PortalTables.run("UPDATE eb_api_tokens SET expires_ms = 1 WHERE id = " + other.id());
            events.await(SOON, message -> message.kind().equals("ended"));
        }
    }
}
