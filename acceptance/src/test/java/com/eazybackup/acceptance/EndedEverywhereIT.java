package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.demo.DemoWorld;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What ends a session ends it everywhere by itself, and what it holds open. */
@Tag("fault-26")
class EndedEverywhereIT {

    /** Five seconds are the promise; a busy machine takes longer. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String THEO = "theo@pinewood.example";
    private static final int THEOS_NUMBER = 110;

    @AfterEach
    void asItWas() throws Exception {
        PortalTables.run("UPDATE tblusers SET password = NULL WHERE id = " + THEOS_NUMBER);
        PortalTables.run("DELETE FROM tblusers_clients WHERE auth_user_id = " + THEOS_NUMBER);
        PortalTables.run(
                "INSERT INTO tblusers_clients (auth_user_id, client_id, owner, permissions)"
                        + " VALUES (110, 101, 0, 'products,manageproducts')");
        PortalTables.run("DELETE FROM eb_admins WHERE email = 'second@portal.example'");
    }

    @Test
    void aPasswordThatIsChangedInWhmcs() throws Exception {
        endsWith("UPDATE tblusers SET password = 'another' WHERE id = 110", "password-changed");
    }

    @Test
    void aUserWhoIsTakenFromTheClient() throws Exception {
        endsWith("DELETE FROM tblusers_clients WHERE auth_user_id = 110", "members-changed");
    }

    @Test
    void aUserWhoMayLessThanBefore() throws Exception {
        endsWith(
                "UPDATE tblusers_clients SET permissions = 'products' WHERE auth_user_id = 110",
                "members-changed");
    }

    @Test
    void aSessionThatHasLastedAsLongAsItMay() throws Exception {
        endsWith("UPDATE eb_sessions SET began_ms = 1 WHERE email = '" + THEO + "'", "limit");
    }

    private static void endsWith(String change, String reason) throws Exception {
        Session theo = Session.of(THEO);
        Session second = Session.of(THEO);
        try (EventReader events = EventReader.open(theo)) {
            events.await(SOON, message -> message.kind().equals("snapshot"));
            PortalTables.run(change);
            events.await(SOON, message -> message.kind().equals("ended"));
        }
        Answer api = theo.get("/api/session");
        assertThat(api.status()).isEqualTo(401);
        assertThat(api.headers().get("set-cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("eb_ended=" + reason));
        assertThat(theo.get("/api/session").status()).isEqualTo(401);
        HttpResponse<String> page =
                HttpClient.newBuilder()
                        .cookieHandler(second.http().cookieHandler().orElseThrow())
                        .build()
                        .send(
                                HttpRequest.newBuilder(Session.uri("/status")).build(),
                                BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("location").orElse("")).contains("ended");
    }

    @Test
    void whatOneEndsFromAnother() throws Exception {
        Session laptop = Session.of(World.SMALL);
        Session phone = Session.of(World.SMALL);
        JsonNode list = laptop.get("/api/sessions").json().path("items");
        String current = idOf(laptop);
        assertThat(list).hasSizeGreaterThanOrEqualTo(2);
        try (EventReader events = EventReader.open(phone)) {
            events.await(SOON, message -> message.kind().equals("snapshot"));
            assertThat(laptop.delete("/api/sessions/" + idOf(phone)).status()).isEqualTo(204);
            events.await(SOON, message -> message.kind().equals("ended"));
        }
        assertThat(phone.get("/api/session").status()).isEqualTo(401);
        Session.of(World.SMALL);
        assertThat(laptop.delete("/api/sessions").json().path("ended").asInt()).isPositive();
        JsonNode left = laptop.get("/api/sessions").json().path("items");
        assertThat(left).hasSize(1);
        assertThat(left.at("/0/id").asText()).isEqualTo(current);
        assertThat(left.at("/0/browser").asText()).isEqualTo("Java");
        assertThat(left.at("/0/by").asText()).isEqualTo("password");
    }

    private static String idOf(Session session) throws Exception {
        return StreamSupport.stream(
                        session.get("/api/sessions").json().path("items").spliterator(), false)
                .filter(item -> item.path("current").asBoolean())
                .map(item -> item.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void signingOutInAnotherTab() throws Exception {
        Session browser = Session.of(World.SMALL);
        try (EventReader tab = EventReader.open(browser)) {
            tab.await(SOON, message -> message.kind().equals("snapshot"));
            browser.delete("/api/session");
            tab.await(SOON, message -> message.kind().equals("ended"));
        }
        assertThat(browser.get("/api/devices").status()).isEqualTo(401);
    }

    @Test
    void anAdministratorWhoIsDisabled() throws Exception {
        PortalTables.run(
                "INSERT INTO eb_admins (email, name, password_hash, role) SELECT"
                        + " 'second@portal.example', 'Second', password_hash, 'support' FROM eb_admins"
                        + " WHERE role = 'super' LIMIT 1");
        Session second = new Session();
        assertThat(second.signIn("second@portal.example", DemoWorld.ADMIN_PASSWORD).status())
                .isEqualTo(200);
        PortalTables.run("UPDATE eb_admins SET disabled = 1 WHERE email = 'second@portal.example'");
        World.within(
                SOON,
                "the administrator is out",
                () -> second.get("/api/admin/operations").status() == 401);
    }

    @Test
    @Tag("fault-23")
    void somebodyElsesSessionIsAsUnknownAsNone() throws Exception {
        Session victim = Session.of(World.EMPTY);
        Session other = Session.of(World.SMALL);
        for (String id : new String[] {idOf(victim), "no-such-session"}) {
            Answer answer = other.delete("/api/sessions/" + id);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().path("code").asText()).isEqualTo("not-found");
        }
        assertThat(victim.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    @Tag("fault-18")
    void aServiceThatMovesIsOutOfItsOldOwnersSight() throws Exception {
        Session owner = Session.of(World.SMALL);
        try (EventReader events = EventReader.open(owner)) {
            events.await(SOON, message -> message.kind().equals("snapshot"));
            assertThat(total(owner)).isPositive();
            PortalTables.run("UPDATE tblhosting SET userid = 102 WHERE userid = 103");
            try {
                assertThat(total(owner)).isZero();
                events.await(SOON, message -> message.kind().equals("scope"));
            } finally {
                PortalTables.run("UPDATE tblhosting SET userid = 103 WHERE username = 'quill'");
            }
        }
    }

    private static int total(Session session) throws Exception {
        return session.get("/api/devices").json().path("total").asInt();
    }
}
