package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.demo.DemoWorld;
import com.eazybackup.simulator.DemoCustomers;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may come in, over the API. */
class SessionIT {

    @AfterEach
    void whmcsIsWell() {
        World.get().whmcs().faults().clear();
    }

    @Test
    void aCustomerSignsInAndSeesWhoTheyAreAndForWhom() throws Exception {
        Session session = new Session();

        JsonNode answer = session.signIn(World.SMALL, DemoCustomers.PASSWORD).json();

        assertThat(answer.at("/user/email").asText()).isEqualTo(World.SMALL);
        assertThat(answer.at("/user/role").asText()).isEqualTo("customer");
        assertThat(answer.at("/client/id").asInt()).isEqualTo(World.QUILL);
        assertThat(answer.path("csrf").asText()).isNotEmpty();
        assertThat(session.get("/api/session").json()).isEqualTo(answer);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() throws Exception {
        Answer wrong = new Session().signIn("noor@halcyon.example", "not the password");
        Answer unknown = new Session().signIn("nobody-at-all@halcyon.example", "not the password");

        assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
        assertThat(wrong.type()).contains("application/problem+json").isEqualTo(unknown.type());
        assertThat(wrong.json().path("detail")).isEqualTo(unknown.json().path("detail"));
        assertThat(wrong.json().path("code").asText()).isEqualTo("unauthenticated");
        assertThat(wrong.json().path("reference").asText()).startsWith("EB-");
    }

    @Test
    void whoActsForSeveralClientsChoosesOneFirst() throws Exception {
        Session session = new Session();

        JsonNode answer = session.signIn(World.MSP, DemoCustomers.PASSWORD).json();
        assertThat(answer.path("client").isNull()).isTrue();
        assertThat(answer.path("clients")).hasSize(3);
        Answer early = session.get("/api/devices");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("code").asText()).isEqualTo("conflict");

        JsonNode chosen =
                session.put("/api/session/client", Map.of("client_id", World.LARKSPUR)).json();
        assertThat(chosen.at("/client/id").asInt()).isEqualTo(World.LARKSPUR);
        assertThat(session.get("/api/devices").status()).isEqualTo(200);
    }

    @Test
    void somebodyElsesClientLooksLikeOneThatDoesNotExist() throws Exception {
        Session session = Session.of(World.MSP);

        Answer foreign = session.put("/api/session/client", Map.of("client_id", World.QUILL));
        Answer unknown = session.put("/api/session/client", Map.of("client_id", 999_999));

        assertThat(foreign.status()).isEqualTo(404).isEqualTo(unknown.status());
        assertThat(foreign.json().path("detail")).isEqualTo(unknown.json().path("detail"));
        assertThat(session.get("/api/session").json().path("client").isNull()).isTrue();
    }

    @Test
    void theFirstAdminOfTheEnvironmentSignsIn() throws Exception {
        Session session = new Session();

        JsonNode answer = session.signIn(DemoWorld.ADMIN_EMAIL, DemoWorld.ADMIN_PASSWORD).json();

        assertThat(answer.at("/user/role").asText()).isEqualTo("admin");
        assertThat(answer.path("client").isNull()).isTrue();
    }

    @Test
    void withoutASessionThereIsNothing() throws Exception {
        for (String path :
                new String[] {
                    "/api/session", "/api/devices", "/api/pulse/snapshot", "/api/pulse/events"
                }) {
            Answer answer = new Session().get(path);

            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.type()).as(path).contains("application/problem+json");
        }
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        Session session = Session.of(World.SMALL);

        Answer out = session.delete("/api/session");
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.headers().get("clear-site-data")).containsExactly("\"cache\"");

        assertThat(session.get("/api/devices").status()).isEqualTo(401);
    }

    @Test
    void aSessionIdFromBeforeTheSignInIsWorthNothing() throws Exception {
        Session session = new Session();
        session.get("/signin");
        String before = session.cookie().map(cookie -> cookie.getValue()).orElse("none");

        session.signIn(World.SMALL, DemoCustomers.PASSWORD);

        assertThat(session.cookie())
                .hasValueSatisfying(
                        cookie -> {
                            assertThat(cookie.getValue()).isNotEqualTo(before);
                            assertThat(cookie.isHttpOnly()).isTrue();
                        });
    }

    @Test
    void aWriteWithoutTheTokenOfTheSessionChangesNothing() throws Exception {
        Session session = Session.of(World.MSP);

        Answer without =
                session.send(
                        session.request("/api/session/client")
                                .header("Content-Type", "application/json")
                                .PUT(
                                        BodyPublishers.ofString(
                                                "{\"client_id\":" + World.LARKSPUR + "}"))
                                .build());
        Answer foreign =
                session.send(
                        session.request("/api/session/client")
                                .header("Content-Type", "application/json")
                                .header("X-EB-CSRF", Session.of(World.SMALL).csrf())
                                .PUT(
                                        BodyPublishers.ofString(
                                                "{\"client_id\":" + World.LARKSPUR + "}"))
                                .build());

        assertThat(without.status()).isEqualTo(403);
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(session.get("/api/session").json().path("client").isNull()).isTrue();
    }

    @Test
    void aSignInSentAsPlainTextIsRefused() throws Exception {
        Session session = new Session();

        Answer answer =
                session.send(
                        session.request("/api/session")
                                .header("Content-Type", "text/plain")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"email\":\""
                                                        + World.SMALL
                                                        + "\",\"password\":\""
                                                        + DemoCustomers.PASSWORD
                                                        + "\"}"))
                                .build());

        assertThat(answer.status()).isEqualTo(415);
        assertThat(session.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void whmcsBeingDownIsSaidAndIsNotAWrongPassword() throws Exception {
        World.get().whmcs().faults().html(true);

        Answer answer = new Session().signIn(World.SMALL, DemoCustomers.PASSWORD);

        assertThat(answer.status()).isIn(502, 503);
        assertThat(answer.json().path("code").asText()).isEqualTo("whmcs-unreachable");
    }

    @Test
    void whatDoesNotExistIsAProblemToo() throws Exception {
        Session session = Session.of(World.SMALL);

        Answer missing = session.get("/api/no-such-thing");
        Answer method = session.delete("/api/devices");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().path("code").asText()).isEqualTo("not-found");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.type()).contains("problem+json");
    }
}
