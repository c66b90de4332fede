package com.eazybackup.simulator.whmcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.http.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedWhmcsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** For an answer that is not to come. */
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newHttpClient();
    private SimulatedWhmcs whmcs;

    @BeforeEach
    void start() {
        whmcs = SimulatedWhmcs.start(0, DemoCustomers.standard());
    }

    @AfterEach
    void stop() {
        whmcs.close();
    }

    @Test
    void aRightLoginAnswersTheUserNotTheClient() throws Exception {
        JsonNode answer = login("dana@pinewood.example", DemoCustomers.PASSWORD);
        assertThat(answer.path("result").asText()).isEqualTo("success");
        assertThat(answer.path("userid").isNumber()).isTrue();
        assertThat(answer.path("userid").asInt()).isEqualTo(109);
        assertThat(answer.path("twoFactorEnabled").isBoolean()).isTrue();
    }

    @Test
    void idsComeAsTextToo() throws Exception {
        whmcs.switches().idsAsText = true;
        assertThat(
                        login("dana@pinewood.example", DemoCustomers.PASSWORD)
                                .path("userid")
                                .isTextual())
                .isTrue();
    }

    @Test
    void aWrongPasswordAndAnUnknownUserLookTheSame() throws Exception {
        JsonNode wrong = login("dana@pinewood.example", "guess");
        assertThat(wrong).isEqualTo(login("nobody@pinewood.example", DemoCustomers.PASSWORD));
        assertThat(wrong.path("message").asText()).isEqualTo("Email or Password Invalid");
    }

    @Test
    void aStoredPasswordIsOpened() throws Exception {
        HttpResponse<String> answer =
                post(
                        SimulatedWhmcs.SECRET,
                        "DecryptPassword",
                        "password2",
                        StoredSecret.close("k&y"));
        assertThat(json(answer).path("password").asText()).isEqualTo("k&y");
    }

    @Test
    void aWrongSecretIsRefused() throws Exception {
        HttpResponse<String> answer = post("wrong", "DecryptPassword");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).path("result").asText()).isEqualTo("error");
    }

    @Test
    void anUnknownActionIsAnError() throws Exception {
        assertThat(json(post(SimulatedWhmcs.SECRET, "MakeCoffee")).path("result").asText())
                .isEqualTo("error");
    }

    @Test
    void aProxyPageADelayAndARefusalCanBePlayed() throws Exception {
        whmcs.faults().html(true);
        assertThat(post(SimulatedWhmcs.SECRET, "GetUsers").body()).startsWith("<html>");
        whmcs.faults().clear();
        whmcs.faults().refuse(true);
        assertThat(post(SimulatedWhmcs.SECRET, "GetUsers").statusCode()).isEqualTo(403);
        whmcs.faults().clear();
        whmcs.faults().delay(60_000);
        assertThatThrownBy(() -> post(SHORT, SimulatedWhmcs.SECRET, "GetUsers"))
                .isInstanceOf(HttpTimeoutException.class);
        whmcs.faults().clear();
        assertThat(post(SimulatedWhmcs.SECRET, "GetUsers").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusalsComeWithEitherStatus(boolean http403) throws Exception {
        whmcs.switches().refusalsAreHttp403 = http403;
        assertThat(post("wrong", "GetUsers").statusCode()).isEqualTo(http403 ? 403 : 200);
    }

    @Test
    void whereAnAccessKeyIsNeededItIsNeeded() throws Exception {
        whmcs.switches().accessKey = "portal-key";
        assertThat(post(SimulatedWhmcs.SECRET, "GetUsers").statusCode()).isEqualTo(403);
        assertThat(post(SimulatedWhmcs.SECRET, "GetUsers", "accesskey", "portal-key").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anActionThatTheRoleForbidsIsRefused() throws Exception {
        whmcs.switches().forbiddenAction = "GetUsers";
        assertThat(json(post(SimulatedWhmcs.SECRET, "GetUsers")).path("message").asText())
                .startsWith("Invalid Permissions");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatCannotBeOpenedIsEmptyOrAnError(boolean empty) throws Exception {
        whmcs.switches().unopenedPasswordIsEmpty = empty;
        JsonNode answer = json(post(SimulatedWhmcs.SECRET, "DecryptPassword", "password2", "%"));
        assertThat(answer.path("result").asText()).isEqualTo(empty ? "success" : "error");
    }

    @Test
    void itIsSteeredFromOutsideAndHealed() {
        WhmcsCaller outside = new WhmcsCaller(whmcs.origin());
        outside.control("switch", "{\"name\":\"idsAsText\",\"value\":\"true\"}");
        outside.control("fault", "{\"kind\":\"html\"}");
        assertThat(whmcs.switches().idsAsText).isTrue();
        assertThat(outside.post(SimulatedWhmcs.SECRET, "GetUsers").statusCode()).isEqualTo(502);
        outside.control("heal", "{}");
        assertThat(whmcs.switches().idsAsText).isFalse();
        assertThat(outside.post(SimulatedWhmcs.SECRET, "GetUsers").statusCode()).isEqualTo(200);
        assertThat(outside.control("state", "{}").path("switches")).isNotEmpty();
        assertThat(outside.control("dance", "{}").path("error").asText()).contains("dance");
    }

    @ParameterizedTest
    @EnumSource(Fault.Kind.class)
    void itIsBrokenFromOutsideInEveryWayAndHealed(Fault.Kind kind) throws Exception {
        int value =
                switch (kind) {
                    case SLOW -> 300;
                    case TRUNCATED -> 10;
                    default -> kind.usualValue();
                };
        WhmcsCaller outside = new WhmcsCaller(whmcs.origin());
        outside.control("fault", "{\"kind\":\"%s\",\"value\":%d}".formatted(kind, value));
        switch (kind) {
            case SLOW -> {
                long begun = System.nanoTime();
                assertThat(post(SimulatedWhmcs.SECRET, "GetUsers").statusCode()).isEqualTo(200);
                assertThat(System.nanoTime() - begun)
                        .isGreaterThan(Duration.ofMillis(290).toNanos());
            }
            case HANG ->
                    assertThatThrownBy(() -> post(SHORT, SimulatedWhmcs.SECRET, "GetUsers"))
                            .isInstanceOf(HttpTimeoutException.class);
            case STATUS ->
                    assertThat(post(SimulatedWhmcs.SECRET, "GetUsers").statusCode()).isEqualTo(503);
            case ERROR_BODY -> {
                HttpResponse<String> answer = post(SimulatedWhmcs.SECRET, "GetUsers");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).doesNotContain("\"success\"");
            }
            case HTML ->
                    assertThat(post(SimulatedWhmcs.SECRET, "GetUsers").body()).startsWith("<html>");
            case REFUSED ->
                    assertThat(post(SimulatedWhmcs.SECRET, "GetUsers").statusCode()).isEqualTo(403);
            case EMPTY -> assertThat(post(SimulatedWhmcs.SECRET, "GetUsers").body()).isEmpty();
            case TRUNCATED, DROP ->
                    assertThatThrownBy(() -> post(SimulatedWhmcs.SECRET, "GetUsers"))
                            .isInstanceOf(IOException.class);
        }
        outside.control("heal", "{}");
        assertThat(post(SimulatedWhmcs.SECRET, "GetUsers").statusCode()).isEqualTo(200);
    }

    @Test
    void whatAPageInABrowserCanPostIsNotTaken() {
        assertThat(
                        new WhmcsCaller(whmcs.origin())
                                .send("/_control/fault", "text/plain", "{\"kind\":\"html\"}")
                                .statusCode())
                .isEqualTo(415);
        assertThat(whmcs.faults().all()).isEmpty();
    }

    private JsonNode login(String email, String password) throws Exception {
        return json(
                post(
                        SimulatedWhmcs.SECRET,
                        "ValidateLogin",
                        "email",
                        email,
                        "password2",
                        password));
    }

    private HttpResponse<String> post(String secret, String action, String... fields)
            throws IOException, InterruptedException {
        return post(PATIENCE, secret, action, fields);
    }

    private HttpResponse<String> post(
            Duration patience, String secret, String action, String... fields)
            throws IOException, InterruptedException {
        StringBuilder body =
                new StringBuilder("responsetype=json&identifier=")
                        .append(SimulatedWhmcs.IDENTIFIER)
                        .append("&secret=" + secret + "&action=" + action);
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=');
            body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        HttpRequest request =
                HttpRequest.newBuilder(whmcs.apiUrl())
                        .timeout(patience)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
