package com.eazybackup.whmcs.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.http.Fault;
import com.eazybackup.simulator.whmcs.SimulatedWhmcs;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import com.eazybackup.testing.TestSettings;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.ServiceId;
import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.WhmcsException.Kind;
import com.eazybackup.whmcs.api.WhmcsOrders.Setup;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers are told when WHMCS says no, or nothing. */
@Tag("fault-20")
class WhmcsTroubleTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final ClientId PINEWOOD = new ClientId(101);
    private static SimulatedWhmcs whmcs;
    private static WhmcsApi api;
    private static WhmcsApi hasty;

    @BeforeAll
    static void start() throws SQLException {
        TestPersistence.fillWhmcs(DATABASE);
        whmcs =
                SimulatedWhmcs.start(
                        0,
                        DemoCustomers.standard(),
                        () -> DATABASE.source().getConnection(),
                        Clock.systemUTC());
        api = TestWhmcsApi.with(TestSettings.with(whmcs.apiUrl()));
        // For an answer that never comes; one that comes may take a busy machine longer.
        hasty =
                new WhmcsApi(
                        new WhmcsCall(
                                TestSettings.with(whmcs.apiUrl()), usual -> Duration.ofSeconds(2)));
    }

    @AfterEach
    void heal() {
        whmcs.faults().clear();
        whmcs.switches().refusalsAreHttp403 = true;
        whmcs.switches().forbiddenAction = "";
        whmcs.switches().accessKey = "";
        whmcs.switches().moduleFails = false;
        whmcs.switches().mailFails = false;
    }

    @AfterAll
    static void stop() {
        whmcs.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"HANG", "STATUS", "HTML", "EMPTY", "TRUNCATED", "DROP"})
    void whereNoAnswerCameTheNoteMayHaveBeenLeftAllTheSame(Fault.Kind kind) {
        whmcs.faults()
                .add(
                        Fault.always(kind)
                                .value(kind == Fault.Kind.TRUNCATED ? 5 : kind.usualValue()));
        WhmcsApi asked = kind == Fault.Kind.HANG ? hasty : api;
        WhmcsException trouble = trouble(() -> asked.clients().note(PINEWOOD, "n", false));
        assertThat(trouble.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(trouble.outcomeUnknown()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"STATUS", "HTML", "DROP"})
    void aQuestionThatGotNoAnswerHasDoneNothing(Fault.Kind kind) {
        whmcs.faults().add(Fault.always(kind));
        assertThat(trouble(() -> api.clients().details(PINEWOOD)).outcomeUnknown()).isFalse();
    }

    @Test
    void whatNeverReachedWhmcsHasDoneNothing() {
        WhmcsApi nowhere =
                TestWhmcsApi.with(TestSettings.with(URI.create("http://127.0.0.1:1/api.php")));
        WhmcsException trouble = trouble(() -> nowhere.clients().note(PINEWOOD, "n", false));
        assertThat(trouble.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(trouble.outcomeUnknown()).isFalse();
    }

    @Test
    void aQuestionIsAskedOnceMoreWhenTheConnectionBreaksAndAnOrderIsNot() {
        whmcs.faults().add(Fault.always(Fault.Kind.DROP).times(1));
        assertThat(api.clients().details(PINEWOOD)).isPresent();
        whmcs.faults().clear();
        whmcs.faults().add(Fault.always(Fault.Kind.DROP).times(1));
        assertThat(trouble(() -> api.clients().note(PINEWOOD, "n", false)).outcomeUnknown())
                .isTrue();
    }

    @Test
    void tooManyRequestsIsAReasonToWait() {
        whmcs.faults().add(Fault.always(Fault.Kind.STATUS).value(429));
        assertThat(trouble(() -> api.clients().details(PINEWOOD)).kind())
                .isEqualTo(Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void notAcceptedIsForAnOperatorWhateverTheStatus(boolean http403) {
        whmcs.switches().refusalsAreHttp403 = http403;
        whmcs.switches().forbiddenAction = "GetClientsDetails";
        assertThat(trouble(() -> api.clients().details(PINEWOOD)).kind()).isEqualTo(Kind.REFUSED);
        whmcs.switches().forbiddenAction = "";
        whmcs.switches().accessKey = "portal-key";
        assertThat(trouble(() -> api.clients().details(PINEWOOD)).kind()).isEqualTo(Kind.REFUSED);
        WhmcsApi withKey =
                TestWhmcsApi.with(
                        TestSettings.with(whmcs.apiUrl(), "EB_WHMCS_API_ACCESSKEY", "portal-key"));
        assertThat(withKey.clients().details(PINEWOOD)).isPresent();
    }

    @Test
    void whatDoesNotExistIsSaidAsThat() {
        Setup setup = new Setup("trial.user", "secret-4711", false);
        for (ThrowingCallable ask :
                List.<ThrowingCallable>of(
                        () -> api.orders().accept(new OrderId(999_999), setup),
                        () -> api.orders().cancel(new OrderId(999_999)),
                        () -> api.services().setAmount(new ServiceId(999_999), BigDecimal.ONE),
                        () -> api.services().suspend(new ServiceId(999_999), ""),
                        () -> api.mail().send("No such template", PINEWOOD, Map.of()),
                        () -> api.signOnLink(new ClientId(999_999), "clientarea.php"),
                        () -> api.payments().setStatus(new InvoiceId(999_999), "Paid"))) {
            assertThat(trouble(ask).kind()).isEqualTo(Kind.NOT_FOUND);
        }
    }

    @Test
    void anAddressThatSomebodyHasIsTaken() {
        NewClient again =
                new NewClient("D", "W", "", "dana@pinewood.example", "1", "secret-4711", "", false);
        WhmcsException trouble = trouble(() -> api.clients().add(again));
        assertThat(trouble.kind()).isEqualTo(Kind.TAKEN);
        assertThat(trouble.outcomeUnknown()).isFalse();
        assertThat(again + " " + trouble).doesNotContain("4711");
    }

    @Test
    void theModulesAndTheMailServersFailureIsWhmcssNo() {
        whmcs.switches().moduleFails = true;
        whmcs.switches().mailFails = true;
        assertThat(trouble(() -> api.services().suspend(new ServiceId(501), "x")))
                .hasMessage("WHMCS: ModuleSuspend: The Comet Server could not be reached")
                .extracting(WhmcsException::kind)
                .isEqualTo(Kind.FAILED);
        assertThat(trouble(() -> api.mail().send("Trial verification", PINEWOOD, Map.of())).kind())
                .isEqualTo(Kind.FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "Client Not Found, NOT_FOUND",
        "Order ID not found or Status not Pending, NOT_FOUND",
        "Invalid user_id for client, NOT_FOUND",
        "Command Not Found, FAILED",
        "Duplicate Email Address, TAKEN",
        "The email address entered is not available for use., TAKEN",
        "Invalid IP 10.0.0.1, REFUSED",
        "Something else, FAILED"
    })
    void whmcssWordsAreUnderstood(String words, Kind kind) {
        assertThat(Refusal.of(WhmcsAction.ADD_ORDER, Parameters.none(), words).kind())
                .isEqualTo(kind);
    }

    @Test
    void aSecretThatWhmcsRepeatsIsTakenOut() {
        Parameters parameters = Parameters.none().secret("servicepassword", "s&cret-4711");
        assertThat(
                        Refusal.of(
                                WhmcsAction.ACCEPT_ORDER,
                                parameters,
                                "Comet said: user x s&amp;cret-4711\nwas refused"))
                .hasMessage("WHMCS: AcceptOrder: Comet said: user x … was refused");
    }

    @Test
    void anAmountWithPartsOfACentIsNotSent() {
        assertThatThrownBy(
                        () -> api.services().setAmount(new ServiceId(501), new BigDecimal("1.005")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void phpCountsBytes() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("link", "é€");
        entries.put("", "\"}");
        assertThat(
                        new String(
                                Base64.getDecoder().decode(PhpArray.encode(entries)),
                                StandardCharsets.UTF_8))
                .isEqualTo("a:2:{s:4:\"link\";s:5:\"é€\";s:0:\"\";s:2:\"\"}\";}");
    }

    @Test
    void entitiesAreTakenBackOnce() {
        assertThat(Entities.decoded("A &amp; B &lt;&#039;&quot;&gt; &amp;lt; &nbsp; &"))
                .isEqualTo("A & B <'\"> &lt; &nbsp; &");
    }

    private static WhmcsException trouble(ThrowingCallable ask) {
        return catchThrowableOfType(WhmcsException.class, ask);
    }
}
