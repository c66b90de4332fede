package com.eazybackup.whmcs.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eazybackup.testing.TestSettings;
import com.eazybackup.whmcs.UserId;
import com.eazybackup.whmcs.ValidLogin;
import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.WhmcsException.Kind;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that the simulator does not give: other versions, other settings, other owners. */
class WhmcsAnswersTest {

    private HttpServer server;
    private WhmcsApi api;
    private volatile int status = 200;
    private volatile String body = "";
    private volatile String sent = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    sent =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/stolen");
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        URI address =
                URI.create(
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/includes/api.php");
        api =
                new WhmcsApi(
                        new WhmcsCall(TestSettings.with(address, "EB_WHMCS_API_ACCESSKEY", "k+1")));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "true|true",
                "\"true\"|true",
                "1|true",
                "\"on\"|true",
                "\"whatever\"|true",
                "false|false",
                "\"false\"|false",
                "0|false",
                "\"\"|false",
                "null|false"
            })
    void onlyAClearNoMeansThatThereIsNoSecondFactor(String value, boolean needed) {
        body = "{\"result\":\"success\",\"userid\":\"7\",\"twoFactorEnabled\":" + value + "}";
        assertThat(api.validateLogin("a@b.example", "x"))
                .contains(new ValidLogin(new UserId(7), needed));
    }

    @Test
    void whereWhmcsKnowsNoSecondFactorsThereIsNone() {
        body = "{\"result\":\"success\",\"userid\":7}";
        assertThat(api.validateLogin("a@b.example", "x"))
                .contains(new ValidLogin(new UserId(7), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "\"x\"", "null", "{}"})
    void successWithoutAUserIsOfNoUse(String user) {
        body = "{\"result\":\"success\"" + (user.isEmpty() ? "" : ",\"userid\":" + user) + "}";
        assertThat(trouble().kind()).isEqualTo(Kind.UNUSABLE);
    }

    @Test
    void anotherRefusalIsNotAWrongPassword() {
        body = "{\"result\":\"error\",\"message\":\"Command\\nNot Found\"}";
        assertThat(trouble().kind()).isEqualTo(Kind.FAILED);
        assertThat(trouble()).hasMessage("WHMCS: ValidateLogin: Command Not Found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "7", "\"success\"", "{}", "{\"result\":1}", "{\"re"})
    void whatIsNotWhmcssIsNoAnswer(String text) {
        body = text;
        assertThat(trouble().kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({"301, UNREACHABLE", "403, REFUSED", "401, REFUSED", "500, UNREACHABLE"})
    void statusesSayWhoHasToAct(int code, Kind kind) {
        status = code;
        body = "{\"result\":\"error\",\"message\":\"Email or Password Invalid\"}";
        assertThat(trouble().kind()).isEqualTo(kind);
    }

    @Test
    void theFormCarriesCredentialsAndFormat() {
        body = "{\"result\":\"error\",\"message\":\"Email or Password Invalid\"}";
        assertThat(api.validateLogin("a@b.example", "p&q")).isEmpty();
        assertThat(sent.split("&"))
                .containsExactlyInAnyOrder(
                        "identifier=demo-portal-identifier",
                        "secret=demo-portal-secret",
                        "accesskey=k%2B1",
                        "action=ValidateLogin",
                        "responsetype=json",
                        "email=a%40b.example",
                        "password2=p%26q");
    }

    @Test
    void anOpenedPasswordInABrokenAnswerDoesNotReachTheException() {
        body = "{\"result\":\"success\",\"password\":\"opened-4711\"";
        WhmcsException trouble =
                catchThrowableOfType(WhmcsException.class, () -> api.decryptPassword("x"));
        assertThat(trouble).hasNoCause();
        assertThat(trouble.getMessage()).doesNotContain("4711");
    }

    private WhmcsException trouble() {
        return catchThrowableOfType(
                WhmcsException.class, () -> api.validateLogin("a@b.example", "x"));
    }
}
