package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.simulator.DemoCustomers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal that knows its reverse proxy, which is this test; and one that knows none. */
class BehindProxyIT {

    private static final String HERE = "127.0.0.1";

    @TempDir static Path folder;

    private static AnotherServer server;

    @BeforeAll
    static void aServerThatKnowsItsProxy() throws Exception {
        Path home = Path.of(System.getProperty("server.home"));
        server =
                AnotherServer.start(
                                home,
                                AnotherServer.copyOfBase(home, folder.resolve("base")),
                                Map.of("EB_PROXY", HERE))
                        .awaitReady();
    }

    @AfterAll
    static void itEnds() {
        server.close();
    }

    @Test
    @Tag("fault-27")
    void callersBehindTheProxyDoNotWaitForEachOther() throws Exception {
        String victim = "sam@deltaworks.example";
        int status = 401;
        for (int i = 0; i < 40 && status == 401; i++) {
            // Whatever the guesser writes in front: the proxy appends what it sees.
            status = guess(victim, "203.0.113." + i + ", 198.51.100.7");
        }
        assertThat(status).isEqualTo(429);

        assertThat(signIn(victim, DemoCustomers.PASSWORD, "198.51.100.8").status()).isEqualTo(200);
    }

    @Test
    void theTrailAndTheSessionNameTheCallerAndNoForgedEntry() throws Exception {
        String nobody = "forged@nowhere.example";
        assertThat(guess(nobody, "203.0.113.66, [2001:db8::7]:4711")).isEqualTo(401);
        assertThat(addressesOf(nobody)).containsExactly("2001:db8:0:0:0:0:0:7");

        assertThat(signIn(World.EMPTY, DemoCustomers.PASSWORD, "198.51.100.77").status())
                .isEqualTo(200);
        assertThat(
                        PortalTables.rows(
                                "SELECT address FROM eb_sessions WHERE email = ?"
                                        + " ORDER BY began_ms DESC, id LIMIT 1",
                                World.EMPTY))
                .containsExactly("198.51.100.77");
    }

    @Test
    void aListThatSaysNothingUsableLeavesTheProxysAddress() throws Exception {
        String nobody = "unreadable@nowhere.example";
        assertThat(guess(nobody, "203.0.113.66, unknown")).isEqualTo(401);
        assertThat(addressesOf(nobody)).containsExactly(HERE);
    }

    @Test
    void redirectsLeadToTheSchemeThatTheCallerCameWith() throws Exception {
        String origin = server.portal().toString().replaceFirst("^http:", "").replaceAll("/$", "");
        assertThat(whereSignOutLeads(server.portal(), "https"))
                .isEqualTo("https:" + origin + "/signin");
        assertThat(whereSignOutLeads(server.portal(), "http"))
                .isEqualTo("http:" + origin + "/signin");
        assertThat(whereSignOutLeads(server.portal(), "gopher"))
                .isEqualTo("http:" + origin + "/signin");
    }

    @Test
    void whereNoProxyIsNamedTheHeadersMeanNothing() throws Exception {
        String nobody = "unnamed@nowhere.example";
        URI portal = World.get().portal();
        assertThat(signIn(portal, nobody, "guess", "198.51.100.7").status()).isEqualTo(401);
        assertThat(addressesOf(nobody)).containsExactly(HERE);
        assertThat(whereSignOutLeads(portal, "https")).startsWith("http://");
    }

    private static List<String> addressesOf(String actor) throws Exception {
        return PortalTables.rows("SELECT address FROM eb_audit WHERE actor = ?", actor);
    }

    private static int guess(String email, String forwardedFor) throws Exception {
        return signIn(email, "guess", forwardedFor).status();
    }

    private static Answer signIn(String email, String password, String forwardedFor)
            throws Exception {
        return signIn(server.portal(), email, password, forwardedFor);
    }

    private static Answer signIn(URI portal, String email, String password, String forwardedFor)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(portal.resolve("/api/session"))
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", forwardedFor)
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"email\":\"%s\",\"password\":\"%s\"}"
                                                .formatted(email, password)))
                        .build();
        return new Answer(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()));
    }

    private static String whereSignOutLeads(URI portal, String scheme) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(portal.resolve("/signout"))
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("X-Forwarded-Proto", scheme)
                        .POST(BodyPublishers.noBody())
                        .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
