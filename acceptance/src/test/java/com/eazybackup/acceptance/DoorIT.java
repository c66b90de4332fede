package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.simulator.DemoCustomers;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before the pages and the API: the container's checks, other sites, guessing. */
class DoorIT {

    @ParameterizedTest
    @CsvSource({
        "/status, /signin?next=%2Fstatus",
        "/status?q=a%20b, /signin?next=%2Fstatus%3Fq%3Da%2520b",
        "/status.xhtml, /signin?next=%2Fstatus.xhtml",
        "/no-such-page, /signin?next=%2Fno-such-page",
        "/console, /signin?next=%2Fconsole",
        "/choose, /signin?next=%2Fchoose",
        "/, /signin",
        "//api/devices, /signin",
        "/API/devices, /signin?next=%2FAPI%2Fdevices"
    })
    void aStrangerWhoAsksForAPageIsSentToTheDoor(String path, String door) throws Exception {
        Answer answer = stranger(path, "GET");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers().get("location")).containsExactly(door);
        assertThat(answer.headers()).doesNotContainKey("set-cookie");
    }

    @Test
    void aPageOfASessionThatHasEndedIsToldWhereTheDoorIs() throws Exception {
        Answer answer =
                new Session()
                        .send(
                                new Session()
                                        .request("/status")
                                        .header("Faces-Request", "partial/ajax")
                                        .POST(BodyPublishers.noBody())
                                        .build());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).startsWith("text/xml");
        assertThat(answer.body()).contains("<redirect url=\"/signin?ended\"/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/devices",
                "/api/devices;a=b",
                "/api/%64evices",
                "/api/pulse/events",
                "/api/no-such-thing",
                "/api/session/client"
            })
    void aStrangerGetsAProblemFromTheApiWhateverThePath(String path) throws Exception {
        for (String method : List.of("GET", "PUT", "DELETE")) {
            Answer answer = stranger(path, method);
            assertThat(answer.status()).as(method).isEqualTo(401);
            assertThat(answer.type()).as(method).contains("application/problem+json");
            assertThat(answer.json().path("code").asText()).isEqualTo("unauthenticated");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signin", "/api/openapi"})
    void whatIsForEverybodyIsOpenAndMakesNoSession(String path) throws Exception {
        Answer answer = stranger(path, "GET");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKey("set-cookie");
    }

    @Test
    void theContractIsServed() throws Exception {
        Answer answer = stranger("/api/openapi", "GET");
        assertThat(answer.type()).contains("openapi+yaml");
        assertThat(answer.body()).contains("openapi: 3.1.0", "/session/client:");
    }

    @Test
    @Tag("fault-26")
    void aSessionIdThatSomebodyPlantedIsNotTaken() throws Exception {
        Session victim = new Session();
        Answer answer =
                victim.send(
                        signIn(victim, World.EMPTY, DemoCustomers.PASSWORD)
                                .header("Cookie", "EBSESSION=planted")
                                .build());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("set-cookie"))
                .singleElement()
                .asString()
                .startsWith("EBSESSION=")
                .doesNotContain("planted")
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    @Tag("fault-26")
    void aSessionDoesNotTravelInAnAddress() throws Exception {
        Session session = Session.of(World.EMPTY);
        String id = session.cookie().orElseThrow().getValue();
        assertThat(stranger("/api/session;EBSESSION=" + id, "GET").status()).isEqualTo(401);
        assertThat(stranger("/api/session;jsessionid=" + id, "GET").status()).isEqualTo(401);
    }

    @Test
    @Tag("fault-26")
    void theSessionOfBeforeASecondSignInHasEnded() throws Exception {
        Session session = Session.of(World.EMPTY);
        String before = session.cookie().orElseThrow().getValue();
        assertThat(session.signIn(World.SMALL, DemoCustomers.PASSWORD).status()).isEqualTo(200);

        Session thief = new Session();
        Answer answer =
                thief.send(
                        thief.request("/api/session")
                                .header("Cookie", "EBSESSION=" + before)
                                .build());
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    @Tag("fault-25")
    void anotherSiteCannotWriteNotEvenWithTheToken() throws Exception {
        Session session = Session.of(World.MSP);
        Answer answer =
                session.send(
                        session.request("/api/session/client")
                                .header("Content-Type", "application/json")
                                .header("X-EB-CSRF", session.csrf())
                                .header("Origin", "https://evil.example")
                                .PUT(BodyPublishers.ofString("{\"client_id\":101}"))
                                .build());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("code").asText()).isEqualTo("forbidden");
        assertThat(session.get("/api/session").json().path("client").isNull()).isTrue();
    }

    @Test
    @Tag("fault-25")
    void aWriteThatIsRefusedBeforeAnybodyLooksAtItIsInTheLog() throws Exception {
        Session session = Session.of(World.EMPTY);
        String here = "/api/sessions/refused-" + System.nanoTime();
        session.send(session.request(here + "-a").DELETE().build());
        session.send(
                session.request(here + "-b")
                        .header("X-EB-CSRF", session.csrf())
                        .header("Sec-Fetch-Site", "cross-site")
                        .DELETE()
                        .build());
        List<String> told;
        try (Stream<String> lines = Files.lines(World.get().serverLog())) {
            told = lines.filter(line -> line.contains(here)).toList();
        }
        assertThat(told)
                .hasSize(2)
                .allMatch(line -> line.contains("INFO"))
                .noneMatch(line -> line.contains(session.csrf()));
        assertThat(told.get(0)).contains("-a without the session's secret was refused");
        assertThat(told.get(1)).contains("-b that another site sent was refused");
    }

    @Test
    @Tag("fault-25")
    void signingOutNeedsTheToken() throws Exception {
        Session session = Session.of(World.EMPTY);
        Answer answer = session.send(session.request("/api/session").DELETE().build());
        assertThat(answer.status()).isEqualTo(403);
        assertThat(session.get("/api/session").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"email\":\"a|The body is not valid JSON.",
                "{\"email\":\"a\"}|The fields \"email\" and \"password\" are needed.",
                "{\"email\":1,\"password\":\"b\"}|The field \"email\" has a value of the wrong kind.",
                "{\"email\":\"a\",\"password\":\"b\",\"role\":\"admin\"}|The field \"role\" is not known here.",
                "[]|The body is not the JSON object that is expected.",
                "null|The fields \"email\" and \"password\" are needed."
            })
    void aBadBodyIsToldInASentence(String body, String sentence) throws Exception {
        Session session = new Session();
        Answer answer =
                session.send(
                        session.request("/api/session")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("validation");
        assertThat(answer.json().path("detail").asText()).isEqualTo(sentence);
    }

    @Test
    void theServersOwnConsoleIsNoPageOfOurs() throws Exception {
        assertThat(Session.of(World.SMALL).get("/console").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/session", "/api/no-such-thing", "/signin", "/language"})
    void aFormWithTooManyFieldsIsABadRequest(String path) throws Exception {
        Session session = Session.of(World.SMALL);
        Answer answer =
                session.send(
                        session.request(path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-EB-CSRF", session.csrf())
                                .POST(BodyPublishers.ofString("a=1&".repeat(1_500)))
                                .build());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("validation");
    }

    @Test
    void aBodyThatIsCutOffIsTheSendersFaultAndNoErrorOfOurs() throws Exception {
        long before = errorsInTheLog();
        String head =
                "POST /api/session HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100\r\n\r\n{\"email\":";
        URI portal = World.get().portal();
        try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
            socket.getOutputStream()
                    .write(
                            head.formatted(portal.getAuthority())
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotContain("HTTP/1.1 5");
        }
        assertThat(new Session().get("/api/openapi").status()).isEqualTo(200);
        assertThat(errorsInTheLog()).isEqualTo(before);
    }

    private static long errorsInTheLog() throws Exception {
        try (Stream<String> lines = Files.lines(World.get().serverLog())) {
            return lines.filter(line -> line.contains("a request to the API failed")).count();
        }
    }

    @Test
    void aBodyWithoutEndIsRefused() throws Exception {
        Session session = new Session();
        Answer answer = session.signIn(World.EMPTY, "x".repeat(70_000));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.type()).contains("problem+json");
    }

    @Test
    void whatAServletRefusesIsAProblemToo() throws Exception {
        Session session = Session.of(World.SMALL);
        Answer answer = session.post("/api/pulse/events", Map.of());
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.type()).contains("problem+json");
    }

    @Test
    @Tag("fault-27")
    void guessingIsSlowedInEverySpellingAndTellsWhenToComeBack() throws Exception {
        String victim = "sam@deltaworks.example";
        for (int i = 0; i < 5; i++) {
            String spelling = i % 2 == 0 ? victim : victim.toUpperCase(Locale.ROOT);
            assertThat(new Session().signIn(spelling, "guess " + i).status()).isEqualTo(401);
        }
        // The wait is a second by now, which a slow machine may have spent on the way here.
        Answer answer = new Session().signIn(victim, "guess");
        for (int i = 0; i < 5 && answer.status() != 429; i++) {
            answer = new Session().signIn(victim, "guess");
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.json().path("code").asText()).isEqualTo("too-many-requests");
        assertThat(answer.headers().get("retry-after"))
                .singleElement()
                .satisfies(seconds -> assertThat(Integer.parseInt(seconds)).isPositive());
    }

    private static HttpRequest.Builder signIn(Session session, String email, String password) {
        return session.request("/api/session")
                .header("Content-Type", "application/json")
                .POST(
                        BodyPublishers.ofString(
                                "{\"email\":\"%s\",\"password\":\"%s\"}"
                                        .formatted(email, password)));
    }

    /** Without cookies, and not following redirects. */
    private static Answer stranger(String path, String method) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        // Resolving would take the path for an address without scheme when it begins with //.
        String origin = Session.uri("/").toString().replaceAll("/$", "");
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(origin + path))
                        .method(method, BodyPublishers.noBody())
                        .build();
        return new Answer(http.send(request, BodyHandlers.ofString()));
    }
}
