package com.eazybackup.whmcs.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.whmcs.SimulatedWhmcs;
import com.eazybackup.testing.TestSettings;
import com.eazybackup.whmcs.UserId;
import com.eazybackup.whmcs.ValidLogin;
import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.WhmcsException.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fault-20")
class WhmcsApiTest {

    private static final String DANA = "dana@pinewood.example";
    private static SimulatedWhmcs whmcs;

    private final WhmcsApi api = new WhmcsApi(new WhmcsCall(TestSettings.with(whmcs.apiUrl())));

    @BeforeAll
    static void start() {
        whmcs = SimulatedWhmcs.start(0, DemoCustomers.standard());
    }

    @AfterEach
    void mend() {
        whmcs.faults().clear();
        whmcs.switches().idsAsText = false;
    }

    @AfterAll
    static void stop() {
        whmcs.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theRightPasswordIsSomebodysWhetherIdsAreTextOrNumbers(boolean text) {
        whmcs.switches().idsAsText = text;
        assertThat(api.validateLogin(DANA, DemoCustomers.PASSWORD))
                .contains(new ValidLogin(new UserId(109), false));
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreNobodys() {
        assertThat(api.validateLogin(DANA, "wrong")).isEmpty();
        assertThat(api.validateLogin("nobody@nowhere.example", DemoCustomers.PASSWORD)).isEmpty();
    }

    @Test
    void whatLooksLikeAnotherFieldStaysInItsOwn() {
        assertThat(api.validateLogin(DANA, DemoCustomers.PASSWORD + "&email=x")).isEmpty();
        assertThat(api.validateLogin(DANA, "pä$$ +%26=wörd")).isEmpty();
    }

    @Test
    void aPageOfHtmlIsNoAnswer() {
        whmcs.faults().html(true);
        assertThat(trouble().kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aClosedConnectionIsNoAnswer() {
        whmcs.faults().drop(true);
        assertThat(trouble().kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aCallerWhoIsNotOnTheListIsRefused() {
        whmcs.faults().refuse(true);
        assertThat(trouble().kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void wrongCredentialsAreRefusedAndAppearNowhere() {
        WhmcsApi stranger =
                new WhmcsApi(
                        new WhmcsCall(
                                TestSettings.with(
                                        whmcs.apiUrl(), "EB_WHMCS_API_SECRET", "secret-4711")));
        WhmcsException trouble =
                catchThrowableOfType(
                        WhmcsException.class, () -> stranger.validateLogin(DANA, "password-0815"));
        assertThat(trouble.kind()).isEqualTo(Kind.REFUSED);
        assertThat(printed(trouble)).doesNotContain("4711", "0815");
    }

    @Test
    void aSlowAnswerIsNotWaitedForWithoutEnd() {
        whmcs.faults().delay(60_000);
        WhmcsApi hasty =
                new WhmcsApi(
                        new WhmcsCall(
                                TestSettings.with(whmcs.apiUrl()),
                                usual -> Duration.ofMillis(200)));
        WhmcsException trouble =
                catchThrowableOfType(
                        WhmcsException.class, () -> hasty.validateLogin(DANA, "password-0815"));
        assertThat(trouble.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(printed(trouble)).doesNotContain("0815");
    }

    @Test
    void whereNobodyListensNobodyAnswers() {
        WhmcsApi nowhere =
                new WhmcsApi(
                        new WhmcsCall(TestSettings.with(URI.create("http://127.0.0.1:1/api.php"))));
        assertThat(
                        catchThrowableOfType(
                                        WhmcsException.class,
                                        () -> nowhere.validateLogin(DANA, "x"))
                                .kind())
                .isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aPasswordThatWhmcsCannotOpenIsUnusable() {
        assertThat(
                        catchThrowableOfType(
                                        WhmcsException.class,
                                        () -> api.decryptPassword("%%% not base64"))
                                .kind())
                .isEqualTo(Kind.UNUSABLE);
    }

    private WhmcsException trouble() {
        return catchThrowableOfType(WhmcsException.class, () -> api.validateLogin(DANA, "x"));
    }

    private static String printed(Throwable trouble) {
        StringWriter text = new StringWriter();
        trouble.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
