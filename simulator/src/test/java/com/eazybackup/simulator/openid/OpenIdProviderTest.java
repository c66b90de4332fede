package com.eazybackup.simulator.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.openid.OpenIdSwitches.Proof;
import com.eazybackup.simulator.whmcs.SimulatedWhmcs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulated provider keeps to the protocol where it is not told to lie. */
class OpenIdProviderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BACK = "http://127.0.0.1:9/oidc/callback";
    private static final String MIRA = "mira@larkspur.example";
    private static final String NOOR = "noor@larkspur.example";

    private final HttpClient browser = HttpClient.newHttpClient();
    private final SimulatedWhmcs whmcs = SimulatedWhmcs.start(0, DemoCustomers.standard());

    @BeforeEach
    void register() {
        whmcs.openId()
                .register(
                        new Registration(
                                "portal",
                                "secret",
                                Set.of(URI.create(BACK)),
                                Optional.empty(),
                                Optional.empty()));
    }

    @AfterEach
    void close() {
        whmcs.close();
    }

    @Test
    void theDiscoveryDocumentLeadsToEverything() throws Exception {
        JsonNode document = JSON.readTree(get(OpenIdProvider.DISCOVERY).body());

        assertThat(document.path("issuer").asText()).isEqualTo(whmcs.openId().issuer().toString());
        assertThat(JSON.readTree(get("/oauth/certs.php").body()).path("keys")).hasSize(2);
    }

    @Test
    void whoSignsInOnThePageIsSentBackWithACodeAndTheState() throws Exception {
        assertThat(post(authorize(BACK), "email=" + MIRA + "&password=wrong").statusCode())
                .isEqualTo(200);
        HttpResponse<String> back = signIn(MIRA, "");

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().firstValue("location").orElseThrow())
                .startsWith(BACK + "?code=")
                .contains("&state=s1");
    }

    @Test
    void aSecondFactorIsAskedForHere() throws Exception {
        assertThat(signIn(NOOR, "").statusCode()).isEqualTo(200);
        assertThat(signIn(NOOR, "000000").statusCode()).isEqualTo(200);
        assertThat(signIn(NOOR, DemoCustomers.SECOND_FACTOR_CODE).statusCode()).isEqualTo(302);
    }

    @Test
    void nobodyIsSentToAnAddressThatIsNotTheClients() throws Exception {
        assertThat(get(authorize("https://elsewhere.example/")).statusCode()).isEqualTo(400);
    }

    @Test
    void aCodeIsGoodOnceAndWithItsVerifierAlone() throws Exception {
        assertThat(token(code(), "another").statusCode()).isEqualTo(400);
        String code = code();
        HttpResponse<String> tokens = token(code, "verifier");
        assertThat(tokens.statusCode()).isEqualTo(200);
        JsonNode claims = claims(JSON.readTree(tokens.body()).path("id_token").asText());
        assertThat(claims.path("nonce").asText()).isEqualTo("n1");
        assertThat(claims.path("email").asText()).isEqualTo(MIRA);
        assertThat(token(code, "verifier").statusCode()).isEqualTo(400);
    }

    @Test
    void theSecretIsTakenWhereTheSwitchSays() throws Exception {
        whmcs.openId().switches().clientProof = Proof.POST;
        assertThat(token(code(), "verifier").statusCode()).isEqualTo(401);
        assertThat(
                        post(
                                        "/oauth/token.php",
                                        form(code(), "verifier")
                                                + "&client_id=portal&client_secret=secret")
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theControlTurnsKeysAndEndsSessionsAndFaultsHoldForAPath() throws Exception {
        String before = get("/oauth/certs.php").body();
        control("rotate-keys", "{}");
        assertThat(get("/oauth/certs.php").body()).isNotEqualTo(before);
        code();
        assertThat(whmcs.openId().knowsBrowserOf(MIRA)).isTrue();
        control("end-sessions", "{\"email\":\"" + MIRA + "\"}");
        assertThat(whmcs.openId().knowsBrowserOf(MIRA)).isFalse();
        control("fault", "{\"kind\":\"status\",\"path\":\"/oauth/certs.php\"}");
        assertThat(get("/oauth/certs.php").statusCode()).isEqualTo(503);
        assertThat(get(OpenIdProvider.DISCOVERY).statusCode()).isEqualTo(200);
        control("switch", "{\"name\":\"lie\",\"value\":\"WRONG_ISSUER\"}");
        assertThat(whmcs.openId().switches().lie).isEqualTo(Lie.WRONG_ISSUER);
        control("heal", "{}");
        assertThat(whmcs.openId().switches().lie).isEqualTo(Lie.NONE);
    }

    private HttpResponse<String> signIn(String email, String code) throws Exception {
        return post(
                authorize(BACK),
                "email=" + email + "&password=" + DemoCustomers.PASSWORD + "&code=" + code);
    }

    private String code() throws Exception {
        String back = signIn(MIRA, "").headers().firstValue("location").orElseThrow();
        return back.replaceFirst(".*[?]code=([^&]*).*", "$1");
    }

    /** S256 of "verifier". */
    private static String authorize(String back) {
        return "/oauth/authorize.php?response_type=code&scope=openid+email&client_id=portal&state=s1"
                + "&nonce=n1&code_challenge=iMnq5o6zALKXGivsnlom_0F5_WYda32GHkxlV7mq7hQ&redirect_uri="
                + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    private static String form(String code, String verifier) {
        return "grant_type=authorization_code&code="
                + code
                + "&code_verifier="
                + verifier
                + "&redirect_uri="
                + URLEncoder.encode(BACK, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> token(String code, String verifier) throws Exception {
        String basic =
                Base64.getEncoder()
                        .encodeToString("portal:secret".getBytes(StandardCharsets.US_ASCII));
        return browser.send(
                HttpRequest.newBuilder(whmcs.origin().resolve("/oauth/token.php"))
                        .header("Authorization", "Basic " + basic)
                        .POST(BodyPublishers.ofString(form(code, verifier)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode claims(String token) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(whmcs.origin() + path)).build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(whmcs.origin() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private void control(String act, String body) throws Exception {
        assertThat(
                        browser.send(
                                        HttpRequest.newBuilder(
                                                        whmcs.origin().resolve("/_control/" + act))
                                                .header("Content-Type", "application/json")
                                                .POST(BodyPublishers.ofString(body))
                                                .build(),
                                        BodyHandlers.ofString())
                                .statusCode())
                .isEqualTo(200);
    }
}
