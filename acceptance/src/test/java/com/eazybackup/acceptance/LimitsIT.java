package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of a size or shape that no page sends: refused in a word, and nothing in the log. */
class LimitsIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final int HUNG_UP = 0;

    private long before;

    @BeforeEach
    void remember() throws Exception {
        before = troubleInTheLog();
    }

    /** Neither an error nor a stack. */
    @AfterEach
    void theLogIsQuiet() throws Exception {
        assertThat(new Session().get("/signin").status()).isEqualTo(200);
        assertThat(troubleInTheLog()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/signin",
                "/status",
                "/choose/client",
                "/signout",
                "/language",
                "/api/session",
                "/api/devices",
                "/no-such-page",
                "/admin/operations"
            })
    void aFormWithThousandsOfFieldsIsABadRequestWhoeverSendsIt(String path) throws Exception {
        for (Session session : List.of(new Session(), Session.of(World.SMALL))) {
            Answer answer = form(session, path, FORM, "a=1&".repeat(3_000));
            assertThat(answer.status()).as(path).isIn(303, 400, 401, 403);
        }
        Answer signedIn = form(Session.of(World.SMALL), path, FORM, "a=1&".repeat(3_000));
        assertThat(signedIn.status()).isEqualTo(path.startsWith("/admin/") ? 403 : 400);
    }

    @Test
    void soIsAnAddressWithThousandsOfParameters() throws Exception {
        Answer answer = new Session().get("/signin?" + "a=1&".repeat(3_000));
        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded; charset=no-such-charset",
                "application/x-www-form-urlencoded; charset=\"",
                "APPLICATION/X-WWW-FORM-URLENCODED"
            })
    void aFormOfBrokenEscapesDoesNothing(String type) throws Exception {
        Answer answer = form(Session.of(World.SMALL), "/language", type, "a=%zz&b=%");
        // What can be made of it is taken, and asks for nothing.
        assertThat(answer.status()).isIn(302, 400);
    }

    @Test
    void aLargeFormIsTooLarge() throws Exception {
        Session session = Session.of(World.SMALL);
        Answer answer = form(session, "/language", FORM, "a=" + "x".repeat(70_000));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.type()).contains("problem+json");
        assertThat(refusal(() -> form(session, "/language", FORM, "a=" + "x".repeat(2_000_000))))
                .isIn(413, HUNG_UP);
    }

    @Test
    void aLargeFormWithoutAnAnnouncedLengthIsRefusedToo() throws Exception {
        Session session = Session.of(World.SMALL);
        byte[] body = ("a=" + "x".repeat(2_000_000)).getBytes(StandardCharsets.US_ASCII);
        HttpRequest request =
                session.request("/language")
                        .header("Content-Type", FORM)
                        .header("Origin", Forms.origin())
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                        .build();
        assertThat(refusal(() -> session.send(request))).isIn(400, 413, HUNG_UP);
    }

    @Test
    void jsonIsNotReadDeeperThanAnyoneWouldWriteIt() throws Exception {
        for (int depth : new int[] {40, 5_000, 30_000}) {
            Session session = new Session();
            Answer answer =
                    session.send(
                            session.request("/api/session")
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "{\"email\":"
                                                            + "[".repeat(depth)
                                                            + "]".repeat(depth)
                                                            + "}"))
                                    .build());
            assertThat(answer.status()).as("depth " + depth).isEqualTo(400);
            assertThat(answer.json().path("code").asText()).isEqualTo("validation");
        }
    }

    @Test
    void hugeNumbersAndNamesAreABadRequest() throws Exception {
        for (String body :
                List.of(
                        "{\"client_id\":" + "9".repeat(5_000) + "}",
                        "{\"client_id\":1e999999}",
                        "{\"" + "x".repeat(60_000) + "\":1}")) {
            Session session = Session.of(World.MSP);
            Answer answer =
                    session.send(
                            session.request("/api/session/client")
                                    .header("Content-Type", "application/json")
                                    .header("X-EB-CSRF", session.csrf())
                                    .PUT(BodyPublishers.ofString(body))
                                    .build());
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signin", "/language", "/api/session", "/choose/client"})
    void aBodyThatIsCutOffIsTheSendersFault(String path) throws Exception {
        for (String type : List.of(FORM, "application/json", "multipart/form-data; boundary=x")) {
            String answer =
                    raw(
                            "POST "
                                    + path
                                    + " HTTP/1.1\r\nHost: %s\r\nOrigin: http://%s\r\nContent-Type: "
                                    + type
                                    + "\r\nContent-Length: 100\r\n\r\na=");
            assertThat(answer).doesNotContain("HTTP/1.1 5");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/signin application/x-www-form-urlencoded",
                "/api/session application/json",
                "/no-such-page text/plain",
                "/api/session application/json\r\nExpect: 100-continue"
            })
    void sendersWhoTakeTheirTimeKeepNobodyOut(String to) throws Exception {
        String head =
                "POST %s HTTP/1.1\r\nHost: %s\r\nOrigin: http://%2$s\r\nContent-Type: %s"
                        + "\r\nContent-Length: 3000\r\n\r\n{";
        URI portal = World.get().portal();
        String[] parts = to.split(" ", 2);
        byte[] beginning =
                head.formatted(parts[0], portal.getAuthority(), parts[1])
                        .getBytes(StandardCharsets.US_ASCII);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                Socket socket = new Socket(portal.getHost(), portal.getPort());
                slow.add(socket);
                socket.getOutputStream().write(beginning);
            }
            assertThat(new Session().get("/signin").status()).isEqualTo(200);
            assertThat(Session.of(World.SMALL).get("/api/devices").status()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/../signout", "/api/%2e%2e/signout", "/api/..;/signout"})
    void anAddressThatLeadsElsewhereThanItSaysIsNotTaken(String path) throws Exception {
        Session session = Session.of(World.SMALL);
        HttpCookie sent = session.cookie().orElseThrow();
        String cookie = sent.getName() + "=" + sent.getValue();
        String request =
                "POST %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\nConnection: close"
                        + "\r\nContent-Length: 0\r\n\r\n";
        URI portal = World.get().portal();
        try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(
                            request.formatted(path, portal.getAuthority(), cookie)
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400");
        }
        assertThat(session.get("/api/devices").status()).isEqualTo(200);
    }

    @Test
    void headersHaveLimits() throws Exception {
        assertThat(
                        raw(
                                "GET /signin HTTP/1.1\r\nHost: %s\r\nX-A: "
                                        + "x".repeat(60_000)
                                        + "\r\n\r\n"))
                .doesNotContain("HTTP/1.1 2", "HTTP/1.1 5");
        assertThat(raw("GET /signin HTTP/1.1\r\nHost: %s\r\n" + "X-A: b\r\n".repeat(500) + "\r\n"))
                .doesNotContain("HTTP/1.1 2", "HTTP/1.1 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /signin HTTP/1.1\r\nHost: %s\r\nContent-Length: -1\r\n\r\n",
                "GET /%%00 HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n",
                "GET /%%zz HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n",
                "GET /signin?next=%%0d%%0aSet-Cookie:%%20a=b HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n",
                "TRACE /signin HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n",
                "TRACE /api/pulse/events HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n",
                "NONSENSE\r\n\r\n"
            })
    void aStrangeRequestIsNoErrorOfOurs(String request) throws Exception {
        assertThat(raw(request)).doesNotContain("HTTP/1.1 5", "Set-Cookie: a=b", "TRACE /");
    }

    /** A sender that goes on sending after the refusal may find the line cut. */
    private static int refusal(Callable<Answer> sending) throws Exception {
        try {
            return sending.call().status();
        } catch (IOException cut) {
            return HUNG_UP;
        }
    }

    private static Answer form(Session session, String path, String type, String body)
            throws Exception {
        return session.send(
                session.request(path)
                        .header("Content-Type", type)
                        .header("Origin", Forms.origin())
                        .header("X-EB-CSRF", session.csrf())
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private static String raw(String request) throws Exception {
        URI portal = World.get().portal();
        String filled = request.contains("Origin") ? request : request + "%.0s";
        try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(
                            filled.formatted(portal.getAuthority(), portal.getAuthority())
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return ""; // refused without a word
        }
    }

    private static long troubleInTheLog() throws Exception {
        try (Stream<String> lines = Files.lines(World.get().serverLog())) {
            return lines.filter(line -> line.contains(" ERROR ") || line.startsWith("\tat "))
                    .count();
        }
    }
}
