package com.eazybackup.access.oidc;

import static com.eazybackup.access.oidc.TestProvider.MIRA;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.access.Caller;
import com.eazybackup.access.ProviderDoors;
import com.eazybackup.access.SignInOutcome;
import com.eazybackup.access.oidc.OpenIdOutcome.Cancelled;
import com.eazybackup.access.oidc.OpenIdOutcome.Refused;
import com.eazybackup.access.oidc.OpenIdOutcome.SentOn;
import com.eazybackup.access.oidc.OpenIdOutcome.Stale;
import com.eazybackup.access.oidc.OpenIdOutcome.TooMany;
import com.eazybackup.access.oidc.OpenIdOutcome.Unreachable;
import com.eazybackup.access.oidc.OpenIdOutcome.Welcome;
import com.eazybackup.platform.Settings;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.http.Fault;
import com.eazybackup.simulator.openid.Lie;
import com.eazybackup.simulator.openid.OpenIdProvider;
import com.eazybackup.testing.FakeRequest;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import com.eazybackup.whmcs.TestWhmcs;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to the provider and back, up to the session. */
class OpenIdDoorTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final TestProvider PROVIDER = new TestProvider();
    private static final String ADMIN = "root@x.example";
    private static TestPersistence persistence;

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final FakeRequest browser = new FakeRequest("198.51.100.7");
    private final ProviderDoors doors = doors(PROVIDER.settings());
    private final OpenIdDoor door = door(PROVIDER.settings());

    private ProviderDoors doors(Settings settings) {
        return new ProviderDoors(
                DATABASE,
                clock,
                new TestWhmcs(persistence.tables(), PROVIDER.whmcs().apiUrl()),
                settings);
    }

    private OpenIdDoor door(Settings settings) {
        return new OpenIdDoor(settings, doors.provider(), clock, Duration.ofSeconds(2));
    }

    @BeforeAll
    static void open() throws SQLException {
        TestPersistence.fillWhmcs(DATABASE);
        persistence = TestPersistence.on(DATABASE);
    }

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run("DELETE FROM eb_audit");
        doors.addAdmin(ADMIN, "a long password");
    }

    @AfterEach
    void mend() {
        PROVIDER.mend();
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
        persistence.close();
    }

    @Test
    void whoComesBackWithAGoodAnswerIsSignedInWithTheirClients() throws SQLException {
        URI asked = begin("/status?q=a");
        assertThat(asked.toString())
                .startsWith(PROVIDER.openId().issuer() + "/oauth/authorize.php?")
                .contains("code_challenge_method=S256", "response_type=code");

        Welcome welcome = (Welcome) finish(PROVIDER.openId().approve(asked, MIRA));

        assertThat(welcome.next()).isEqualTo("/status?q=a");
        Caller mira = doors.caller(browser).orElseThrow();
        assertThat(mira.email()).isEqualTo(MIRA);
        assertThat(mira.chosen()).isPresent();
        assertThat(lastAudit()).isEqualTo(MIRA + "|customer|102|sign-in|ok");
        assertThat(
                        DATABASE.rows(
                                "SELECT provider, LENGTH(provider_subject) FROM eb_sessions WHERE email = '"
                                        + MIRA
                                        + "' ORDER BY began_ms DESC LIMIT 1"))
                .containsExactly(PROVIDER.openId().issuer() + "|36");
    }

    @Test
    @Tag("fault-26")
    void theSessionGetsANewId() {
        String planted = browser.withSession().sessionId();
        URI asked = begin("");

        finish(PROVIDER.openId().approve(asked, MIRA));

        assertThat(browser.sessionId()).isNotEqualTo(planted);
    }

    @Test
    @Tag("fault-26")
    void anAnswerCountsOnceInItsOwnBrowserAndForTenMinutes() throws SQLException {
        URI first = PROVIDER.openId().approve(begin(""), MIRA);
        FakeRequest victim = new FakeRequest("203.0.113.9").withSession();
        assertThat(finish(victim, first)).isInstanceOf(Stale.class);
        assertThat(finish(new FakeRequest("203.0.113.9"), first)).isInstanceOf(Stale.class);
        assertThat(lastAudit()).isEqualTo("(provider)|unknown|-|sign-in|stale");
        assertThat(finish(first)).isInstanceOf(Welcome.class);
        assertThat(finish(first)).isInstanceOf(Stale.class);

        FakeRequest slow = new FakeRequest("198.51.100.8");
        URI late = PROVIDER.openId().approve(begin(slow, ""), MIRA);
        clock.forward(Duration.ofMinutes(10));
        assertThat(finish(slow, late)).isInstanceOf(Stale.class);
    }

    @Test
    void severalTabsMayBeOnTheirWay() {
        URI one = PROVIDER.openId().approve(begin("/a"), MIRA);
        URI two = PROVIDER.openId().approve(begin("/b"), MIRA);

        assertThat(((Welcome) finish(one)).next()).isEqualTo("/a");
        assertThat(((Welcome) finish(two)).next()).isEqualTo("/b");
    }

    @Test
    @Tag("fault-26")
    void anAnswerThatSaysAnotherIssuerIsRefused() {
        PROVIDER.switches().lie = Lie.FOREIGN_ANSWER;
        assertThat(finish(PROVIDER.openId().approve(begin(""), MIRA))).isInstanceOf(Refused.class);
        PROVIDER.switches().lie = Lie.WRONG_STATE;
        assertThat(finish(PROVIDER.openId().approve(begin(""), MIRA))).isInstanceOf(Stale.class);
    }

    @Test
    void aProviderThatDoesNotNameItselfInAnswersWillDoUnlessItSaidItWould() {
        URI asked = begin("");
        PROVIDER.switches().issuerInAnswer = false;
        assertThat(finish(PROVIDER.openId().approve(asked, MIRA))).isInstanceOf(Refused.class);

        FakeRequest another = new FakeRequest("198.51.100.9");
        clock.forward(Duration.ofSeconds(61));
        URI again = begin(another, "");
        assertThat(finish(another, PROVIDER.openId().approve(again, MIRA)))
                .isInstanceOf(Welcome.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pat@elsewhere.example",
                ADMIN,
                "nobody@x.example",
                "m\u0131ra@larkspur.example",
                "mir\u00e0@larkspur.example"
            })
    @Tag("fault-26")
    void whoeverIsNotACustomerWithBackupsGetsOneAnswer(String told) throws SQLException {
        assertThat(finish(PROVIDER.openId().approve(begin(""), told, MIRA)))
                .isEqualTo(new Refused(Optional.empty()));
        assertThat(doors.caller(browser)).isEmpty();
        assertThat(lastAudit()).endsWith("|unknown|-|sign-in|refused");
    }

    @Test
    void anAddressIsTheSameInCapitals() {
        assertThat(finish(PROVIDER.openId().approve(begin(""), "MIRA@Larkspur.example", MIRA)))
                .isInstanceOf(Welcome.class);
    }

    @Test
    void anAddressThatTwoUsersHaveIsNobodys() throws SQLException {
        // WHMCS keeps addresses apart; a table that was put together by hand may not.
        DATABASE.run("ALTER TABLE tblusers DROP INDEX email");
        DATABASE.run(
                "INSERT INTO tblusers (id, first_name, last_name, email, created_at)"
                        + " VALUES (9901, 'M', 'S', '"
                        + MIRA
                        + "', NOW())");
        try {
            assertThat(finish(PROVIDER.openId().approve(begin(""), MIRA)))
                    .isInstanceOf(Refused.class);
        } finally {
            DATABASE.run("DELETE FROM tblusers WHERE id = 9901");
            DATABASE.run("ALTER TABLE tblusers ADD UNIQUE KEY email (email)");
        }
    }

    @Test
    void whoTurnsBackIsNotBlamed() throws SQLException {
        String state = TestProvider.parameters(begin("")).get("state");

        assertThat(
                        door.finish(
                                browser.withParameters(
                                                Map.of("error", "access_denied", "state", state))
                                        .asRequest()))
                .isInstanceOf(Cancelled.class);
        assertThat(lastAudit()).endsWith("|cancelled");
    }

    @Test
    void anyOtherErrorOfTheProviderIsARefusalWithAReference() {
        String state = TestProvider.parameters(begin("")).get("state");

        Refused refused =
                (Refused)
                        door.finish(
                                browser.withParameters(
                                                Map.of("error", "<b>server</b>", "state", state))
                                        .asRequest());

        assertThat(refused.reference()).isPresent();
    }

    @Test
    @Tag("fault-26")
    void aProviderThatIsAwayIsSaidToBeWithAReferenceThatIsInTheTrail() throws SQLException {
        URI back = PROVIDER.openId().approve(begin(""), MIRA);
        PROVIDER.whmcs().faults().add(Fault.always(Fault.Kind.DROP).onPath("/oauth/token.php"));

        Unreachable away = (Unreachable) finish(back);

        assertThat(DATABASE.rows("SELECT reference FROM eb_audit ORDER BY id DESC LIMIT 1"))
                .containsExactly(away.reference().value());
        PROVIDER.whmcs()
                .faults()
                .add(Fault.always(Fault.Kind.DROP).onPath(OpenIdProvider.DISCOVERY));
        clock.forward(Duration.ofSeconds(61));
        assertThat(door.begin(browser.asRequest(), "")).isInstanceOf(Unreachable.class);
    }

    @Test
    @Tag("fault-27")
    void beginningsWithoutAnEndAreSlowedByAddress() {
        for (int i = 0; i < 100; i++) {
            begin("");
        }

        assertThat(door.begin(browser.asRequest(), "")).isInstanceOf(TooMany.class);
        assertThat(begin(new FakeRequest("203.0.113.9"), "")).isNotNull();
    }

    @Test
    @Tag("fault-27")
    void whoeverComesWithNothingFillsNoTrail() throws SQLException {
        for (int i = 0; i < 130; i++) {
            assertThat(
                            door.finish(
                                    browser.withParameters(Map.of("state", "guess" + i))
                                            .asRequest()))
                    .isInstanceOf(Stale.class);
            assertThat(door.providerEnds(browser.asRequest(), "a.b.c")).isFalse();
        }

        assertThat(DATABASE.rows("SELECT COUNT(*) FROM eb_audit").get(0)).isEqualTo("101");
    }

    @Test
    void beginningsThatEndWellAreNotCounted() {
        for (int i = 0; i < 120; i++) {
            FakeRequest colleague = new FakeRequest("198.51.100.7");
            assertThat(finish(colleague, PROVIDER.openId().approve(begin(colleague, ""), MIRA)))
                    .isInstanceOf(Welcome.class);
        }
    }

    @Test
    void theWayOutLeadsByTheProviderWithTheTokenOfThisSession() {
        finish(PROVIDER.openId().approve(begin(""), MIRA));

        Map<String, String> way =
                TestProvider.parameters(door.farewell(browser.asRequest()).orElseThrow());

        assertThat(way)
                .containsEntry("post_logout_redirect_uri", TestProvider.PORTAL + "/signin")
                .containsEntry("client_id", "portal");
        assertThat(way.get("id_token_hint").split("\\.")).hasSize(3);
        assertThat(door.farewell(new FakeRequest("198.51.100.7").asRequest())).isEmpty();
    }

    @Test
    void aProviderThatEndsNoSessionsIsNotGoneTo() {
        PROVIDER.switches().endSessionOffered = false;
        finish(PROVIDER.openId().approve(begin(""), MIRA));

        assertThat(door.farewell(browser.asRequest())).isEmpty();
    }

    @Test
    void whoCameInByPasswordLeavesWithoutTheProvider() {
        doors.passwords().signIn(browser.asRequest(), MIRA, DemoCustomers.PASSWORD);

        assertThat(door.farewell(browser.asRequest())).isEmpty();
    }

    @Test
    @Tag("fault-26")
    void whatTheProviderEndsIsEndedByItsSessionOrByItsPerson() {
        URI back = PROVIDER.openId().approve(begin(""), MIRA);
        finish(back);
        FakeRequest other = new FakeRequest("198.51.100.8");
        PROVIDER.switches().sessionNamed = false;
        finish(other, PROVIDER.openId().approve(begin(other, ""), MIRA));
        FakeRequest dana = new FakeRequest("198.51.100.9");
        finish(dana, PROVIDER.openId().approve(begin(dana, ""), "dana@pinewood.example"));
        PROVIDER.switches().sessionNamed = true;

        String token = PROVIDER.openId().logoutToken("portal", MIRA, "one that nobody knows");
        assertThat(door.providerEnds(browser.asRequest(), token)).isTrue();

        assertThat(doors.caller(browser)).isEmpty();
        assertThat(doors.caller(other)).isEmpty();
        assertThat(doors.caller(dana)).isPresent();
    }

    @Test
    @Tag("fault-26")
    void aLogoutTokenForSomebodyElseEndsNothing() {
        finish(PROVIDER.openId().approve(begin(""), MIRA));

        assertThat(
                        door.providerEnds(
                                browser.asRequest(),
                                PROVIDER.openId().logoutToken("another-portal", MIRA, "s")))
                .isFalse();
        assertThat(door.providerEnds(browser.asRequest(), null)).isFalse();
        assertThat(door.providerEnds(browser.asRequest(), "a.b.c")).isFalse();
        assertThat(doors.caller(browser)).isPresent();
    }

    @Test
    void whereCustomersComeInByTheProviderAloneTheirPasswordOpensNothing() {
        ProviderDoors strict = doors(PROVIDER.settings("EB_OIDC_ONLY", "1"));

        assertThat(strict.passwords().signIn(browser.asRequest(), MIRA, DemoCustomers.PASSWORD))
                .isEqualTo(new SignInOutcome.Refused());
        assertThat(strict.passwords().signIn(browser.asRequest(), ADMIN, "a long password"))
                .isInstanceOf(SignInOutcome.Welcome.class);
    }

    private URI begin(String next) {
        return begin(browser, next);
    }

    private URI begin(FakeRequest from, String next) {
        return ((SentOn) door.begin(from.asRequest(), next)).provider();
    }

    private OpenIdOutcome finish(URI back) {
        return finish(browser, back);
    }

    private OpenIdOutcome finish(FakeRequest from, URI back) {
        return door.finish(from.withParameters(TestProvider.parameters(back)).asRequest());
    }

    private static String lastAudit() throws SQLException {
        return DATABASE.rows(
                        "SELECT actor, role, client_id, action, result FROM eb_audit"
                                + " ORDER BY id DESC LIMIT 1")
                .get(0);
    }
}
