package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.demo.DemoWorld;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An administrator finds a client and sees its portal as the client sees it. */
class ViewingIT {

    private static final String CLIENTS = "/api/admin/clients";
    private static final String VIEWING = "/api/admin/viewing";
    private static final Duration SOON = Duration.ofSeconds(30);

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        Session session = Session.of(World.SMALL);
        World.eventually(
                "the device of Quill is there",
                () -> session.get("/api/devices?size=1").json().path("total").asInt() > 0);
    }

    @Test
    void aClientIsFoundByAUserNameOfItsServices() throws Exception {
        JsonNode found = Session.ofAdmin().get(CLIENTS + "?q=quill&size=20").json();

        assertThat(found.path("total").asInt()).isPositive();
        assertThat(found.at("/items/0/id").asInt()).isEqualTo(World.QUILL);
        assertThat(found.at("/items/0/usernames/0").asText()).isEqualTo(World.SMALL_ACCOUNT);
        assertThat(Session.ofAdmin().get(CLIENTS + "?size=0").status()).isEqualTo(400);
        assertThat(Session.ofAdmin().get(CLIENTS + "?q=" + "x".repeat(101)).status())
                .isEqualTo(400);
    }

    @Test
    void whatTheClientSeesIsSeenAndNothingCanBeChanged() throws Exception {
        Session admin = Session.ofAdmin();
        assertThat(admin.get("/api/devices").status()).isEqualTo(403);

        Answer begun = look(admin, World.QUILL, "ticket 4711");

        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.json().at("/client/id").asInt()).isEqualTo(World.QUILL);
        long until = begun.json().at("/viewing/until").asLong();
        assertThat(until - Instant.now().getEpochSecond()).isBetween(3_500L, 3_600L);
        assertThat(admin.get("/api/session").json().at("/viewing/until").asLong()).isEqualTo(until);
        assertThat(admin.get("/api/devices").json())
                .isEqualTo(Session.of(World.SMALL).get("/api/devices").json());
        Answer trail = admin.get("/api/trail");
        assertThat(trail.status()).isEqualTo(403);
        assertThat(trail.json().path("detail").asText())
                .isEqualTo("You see this portal as support. Nothing can be changed.");
    }

    @Test
    void theClientReadsThatSupportLookedAndWhy() throws Exception {
        Session admin = Session.ofAdmin();
        look(admin, World.QUILL, "ticket 4712");
        assertThat(admin.delete(VIEWING).status()).isEqualTo(204);

        JsonNode lines = Session.of(World.SMALL).get("/api/trail?size=3").json().path("items");

        assertThat(lines.findValuesAsText("action"))
                .containsExactly("sign-in", "clients.view-end", "clients.view");
        JsonNode begun = lines.get(2);
        assertThat(begun.path("target").asText()).isEqualTo("ticket 4712");
        assertThat(begun.path("role").asText()).isEqualTo("admin");
        assertThat(begun.path("name").asText()).isNotEmpty();
        assertThat(begun.path("actor").asText()).isEmpty();
        assertThat(begun.path("address").asText()).isEmpty();
        assertThat(lines.toString()).doesNotContain(DemoWorld.ADMIN_EMAIL);
    }

    @Test
    @Tag("fault-24")
    void theEventStreamWorksWhileOneLooksAndEndsWithIt() throws Exception {
        Session admin = Session.ofAdmin();
        look(admin, World.QUILL, "live");
        try (EventReader events = EventReader.open(admin)) {
            events.await(SOON, message -> message.kind().equals("snapshot"));

            assertThat(admin.delete(VIEWING).status()).isEqualTo(204);

            events.await(SOON, message -> message.kind().equals("ended"));
        }
        assertThat(admin.get("/api/pulse/snapshot").status()).isEqualTo(403);
    }

    @Test
    @Tag("fault-23")
    void aPageOfAClientIsRefusedOnceAnotherOneOrNoneIsLookedAt() throws Exception {
        Session admin = Session.ofAdmin();
        look(admin, World.QUILL, "first");
        HttpRequest page =
                admin.request("/api/devices")
                        .header("X-EB-Client", Integer.toString(World.QUILL))
                        .build();
        assertThat(admin.send(page).status()).isEqualTo(200);

        look(admin, World.LARKSPUR, "second");
        assertThat(admin.send(page).status()).isEqualTo(409);
        admin.delete(VIEWING);
        assertThat(admin.send(page).status()).isEqualTo(409);
    }

    @Test
    void withoutAReasonOrAClientNothingBegins() throws Exception {
        Session admin = Session.ofAdmin();

        assertThat(look(admin, World.QUILL, "  ").status()).isEqualTo(400);
        assertThat(look(admin, World.QUILL, "x".repeat(201)).status()).isEqualTo(400);
        assertThat(admin.post(VIEWING, Map.of("client_id", World.QUILL)).status()).isEqualTo(400);
        for (int nobody : new int[] {999_999_999, 0, -1}) {
            Answer answer = look(admin, nobody, "x");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().path("code").asText()).isEqualTo("not-found");
        }
        assertThat(admin.get("/api/session").json().path("viewing").isNull()).isTrue();
    }

    @Test
    @Tag("fault-25")
    void whoMayNotIsRefusedAndWrittenDown() throws Exception {
        Session iris = Session.of(World.SMALL);

        assertThat(look(iris, World.QUILL, "x").status()).isEqualTo(403);
        assertThat(iris.get(CLIENTS).status()).isEqualTo(403);
        assertThat(new Session().get(CLIENTS).status()).isEqualTo(401);
        assertThat(
                        PortalTables.rows(
                                "SELECT DISTINCT result FROM eb_audit WHERE action = 'clients.view'"
                                        + " AND actor = ?",
                                World.SMALL))
                .containsExactly("refused");
        Session admin = Session.ofAdmin();
        assertThat(
                        admin.send(
                                        admin.request(VIEWING)
                                                .header("Content-Type", "application/json")
                                                .POST(
                                                        BodyPublishers.ofString(
                                                                "{\"client_id\":103,\"reason\":\"x\"}"))
                                                .build())
                                .status())
                .isEqualTo(403);
    }

    @Test
    void signingOutEndsTheLookInTheTrail() throws Exception {
        Session admin = Session.ofAdmin();
        look(admin, World.QUILL, "short");

        assertThat(admin.delete("/api/session").status()).isEqualTo(204);

        List<String> ends =
                PortalTables.rows(
                        "SELECT CONCAT(action, '|', result, '|', COALESCE(client_id, '-'))"
                                + " FROM eb_audit WHERE role = 'admin' ORDER BY id DESC LIMIT 2");
        assertThat(ends).containsExactly("sign-out|ok|-", "clients.view-end|signed-out|103");
    }

    private static Answer look(Session admin, int client, String reason) throws Exception {
        return admin.post(VIEWING, Map.of("client_id", client, "reason", reason));
    }
}
