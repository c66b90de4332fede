package com.eazybackup.acceptance;

import static com.eazybackup.acceptance.Forms.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.simulator.DemoCustomers;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may make a signed-in browser write: the portal's own pages, and nobody by an address. */
@Tag("fault-25")
class FormsIT {

    private static final Map<String, String> SIGN_IN =
            fields(
                    "door",
                    "door",
                    "email",
                    World.SMALL,
                    "password",
                    DemoCustomers.PASSWORD,
                    "enter",
                    "Sign in",
                    "jakarta.faces.ViewState",
                    "stateless");

    @Test
    void aFormOfOurOwnPagesIsTaken() throws Exception {
        Session session = Session.of(World.MSP);
        Answer page = session.get("/choose");
        assertThat(page.body()).contains("name=\"eb_csrf\" value=\"" + session.csrf() + "\"");

        Answer language =
                Forms.send(
                        session,
                        "/language",
                        fields("language", "fr-CA", Forms.SECRET, session.csrf()));
        Answer chosen =
                Forms.send(
                        session,
                        "/choose/client",
                        fields("client", "" + World.LARKSPUR, Forms.SECRET, session.csrf()));
        assertThat(chosen.headers().get("location")).singleElement().asString().endsWith("/status");
        assertThat(language.headers()).containsKey("set-cookie");
        assertThat(chosenClient(session)).isEqualTo(World.LARKSPUR);

        Answer out = Forms.send(session, "/signout", fields(Forms.SECRET, session.csrf()));
        assertThat(out.headers().get("location")).singleElement().asString().endsWith("/signin");
        assertThat(out.headers().get("clear-site-data")).containsExactly("\"cache\"");
        assertThat(session.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void withoutTheSecretOfItsOwnSessionNothingIsDone() throws Exception {
        Session session = Session.of(World.MSP);
        Session earlier = Session.of(World.MSP);
        String foreign = Session.of(World.SMALL).csrf();
        String replayed = earlier.csrf();
        earlier.delete("/api/session");
        for (String secret :
                new String[] {
                    null,
                    "",
                    "stateless",
                    foreign,
                    replayed,
                    session.csrf() + "x",
                    session.csrf().substring(1)
                }) {
            for (String path : List.of("/choose/client", "/signout", "/language", "/status")) {
                Map<String, String> form =
                        fields(
                                "client",
                                "" + World.LARKSPUR,
                                "language",
                                "fr-CA",
                                "jakarta.faces.ViewState",
                                "stateless");
                if (secret != null) {
                    form.put(Forms.SECRET, secret);
                }
                Answer answer = Forms.send(session, path, form);

                assertThat(answer.status()).as(path + " with " + secret).isEqualTo(403);
                assertThat(answer.headers()).as(path).doesNotContainKey("set-cookie");
            }
        }
        assertThat(session.get("/api/session").status()).isEqualTo(200);
        assertThat(chosenClient(session)).isZero();
    }

    @Test
    void anotherSiteIsRefusedEvenWithTheSecretAndSoIsWhoDoesNotSayWhereItComesFrom()
            throws Exception {
        Session session = Session.of(World.MSP);
        Map<String, String> form =
                fields("client", "" + World.LARKSPUR, Forms.SECRET, session.csrf());
        for (String[] headers :
                new String[][] {
                    {"Origin", "https://evil.example"},
                    {"Origin", "null"},
                    {"Sec-Fetch-Site", "cross-site"},
                    {"Sec-Fetch-Site", "same-site", "Origin", Forms.origin()},
                    {"X-Nothing", "said"}
                }) {
            HttpRequest request =
                    Forms.request(session, "/choose/client", form).headers(headers).build();
            assertThat(session.send(request).status()).as(String.join(" ", headers)).isEqualTo(403);
        }
        assertThat(chosenClient(session)).isZero();
    }

    @Test
    void anotherSiteCannotSignABrowserIn() throws Exception {
        for (String[] headers :
                new String[][] {{"Origin", "https://evil.example"}, {"X-Nothing", "said"}}) {
            Session session = new Session();
            HttpRequest request =
                    Forms.request(session, "/signin", SIGN_IN).headers(headers).build();

            assertThat(session.send(request).status()).isEqualTo(403);
            assertThat(session.get("/api/session").status()).isEqualTo(401);
        }
        Session own = new Session();
        assertThat(Forms.send(own, "/signin", SIGN_IN).status()).isEqualTo(302);
        assertThat(own.get("/api/session").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void nobodySignsInByAnAddress(String method) throws Exception {
        for (String page : List.of("/signin", "/signin.xhtml")) {
            Session session = new Session();
            Answer answer =
                    session.send(
                            session.request(page + "?" + Forms.encoded(SIGN_IN))
                                    .method(method, BodyPublishers.noBody())
                                    .build());

            assertThat(answer.status()).isEqualTo(400);
            assertThat(session.cookie()).isEmpty();
            assertThat(session.get("/api/session").status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void noAddressOfAWriteDoesAnythingWhenItIsRead(String method) throws Exception {
        Session session = Session.of(World.MSP);
        Session admin = Session.ofAdmin();
        for (String path :
                List.of(
                        "/signout",
                        "/language?language=fr-CA",
                        "/choose/client?client=" + World.LARKSPUR + "&eb_csrf=" + session.csrf())) {
            Answer answer = read(session, path, method);
            assertThat(answer.status()).as(path).isEqualTo(405);
            assertThat(answer.headers()).as(path).doesNotContainKey("set-cookie");
        }
        assertThat(session.get("/api/session").status()).isEqualTo(200);
        assertThat(chosenClient(session)).isZero();
        List<String> writes = pathsWithoutGet(session);
        assertThat(writes).contains("/session/client");
        for (String path : writes) {
            String filled = "/api" + path.replaceAll("\\{[^}]*}", "1");
            assertThat(read(admin, filled, method).status()).as(filled).isIn(404, 405);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "BREW"})
    void pagesAreReadAndPostedToAndNothingElse(String method) throws Exception {
        Session session = Session.of(World.SMALL);
        for (String path : List.of("/status", "/signin", "/signout", "/choose/client")) {
            HttpRequest request =
                    session.request(path)
                            .header("Origin", Forms.origin())
                            .header("X-EB-CSRF", session.csrf())
                            .method(method, BodyPublishers.noBody())
                            .build();
            // 400 is what Faces says of methods that it has never heard of.
            assertThat(session.send(request).status()).as(path).isIn(400, 405);
        }
        assertThat(session.get("/api/session").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/plain;charset=UTF-8",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/json",
                "application/xml"
            })
    void jsonThatIsSentAsWhatAFormCanSendIsNotTaken(String type) throws Exception {
        Session session = Session.of(World.MSP);
        for (String[] write :
                new String[][] {
                    {"PUT", "/api/session/client"},
                    {"POST", "/api/session"},
                    {"POST", "/api/admin/operations/streams/obc/connect"}
                }) {
            Answer answer =
                    session.send(
                            session.request(write[1])
                                    .header("Content-Type", type)
                                    .header("X-EB-CSRF", session.csrf())
                                    .method(
                                            write[0],
                                            BodyPublishers.ofString(
                                                    "{\"client_id\":" + World.LARKSPUR + "}"))
                                    .build());
            assertThat(answer.status()).as(write[1]).isEqualTo(415);
            assertThat(answer.json().path("code").asText()).isEqualTo("validation");
        }
        assertThat(chosenClient(session)).isZero();
    }

    private static Answer read(Session session, String path, String method) throws Exception {
        return session.send(session.request(path).method(method, BodyPublishers.noBody()).build());
    }

    private static int chosenClient(Session session) throws Exception {
        return session.get("/api/session").json().at("/client/id").asInt(0);
    }

    /** Paths of the contract that have operations, but none that reads. */
    private static List<String> pathsWithoutGet(Session session) throws Exception {
        List<String> found = new ArrayList<>();
        Matcher paths =
                Pattern.compile("(?m)^  (/[^:\\n]*):\\n((?:    .*\\n|\\n)*)")
                        .matcher(session.get("/api/openapi").body());
        while (paths.find()) {
            if (!Pattern.compile("(?m)^    get:").matcher(paths.group(2)).find()) {
                found.add(paths.group(1));
            }
        }
        return found;
    }
}
