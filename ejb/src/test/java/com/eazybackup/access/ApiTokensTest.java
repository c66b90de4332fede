package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.FakeRequest;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.UserStandings;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ApiTokensTest {

    private static final ClientId PINEWOOD = new ClientId(101);
    private static final Person DANA =
            Person.customer(109, "dana@pinewood.example", "Dana Whitfield");
    private static final Person THEO =
            Person.customer(110, "theo@pinewood.example", "Theo Marchetti");
    private static final Set<Permission> FLEET = Set.of(Permission.SEE_FLEET);
    private static final Duration QUARTER = Duration.ofDays(90);

    private static TestDatabase database;

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final AccessWorld here = new AccessWorld(database, clock);
    private final AccessWorld there = new AccessWorld(database, clock);
    private final FakeRequest browser = new FakeRequest("198.51.100.7");
    private final ApiTokens tokens = here.tokens(browser);

    @BeforeAll
    static void open() throws SQLException {
        database = TestDatabase.migrated();
        TestPersistence.fillWhmcs(database);
    }

    @BeforeEach
    void empty() throws SQLException {
        database.run(
                "DELETE FROM eb_api_tokens", "DELETE FROM eb_audit", "DELETE FROM eb_sessions");
        here.in(browser, DANA, pinewood(Duty.OWNER));
    }

    @AfterEach
    void asItWas() throws SQLException {
        database.run(
                "DELETE FROM tblusers_clients WHERE auth_user_id IN (109, 110) AND client_id = 101",
                "INSERT INTO tblusers_clients (auth_user_id, client_id, owner, permissions) VALUES"
                        + " (109, 101, 1, ''), (110, 101, 0, 'products,manageproducts')",
                "UPDATE tblclients SET status = 'Active'");
    }

    @Test
    void aKeyIsShownOnceAndStoredAsAHashAlone() throws SQLException {
        TokenMaking.Made made = made("Grafana", FLEET, QUARTER);

        assertThat(made.secret()).matches("ebp_[0-9A-Za-z]{49}");
        assertThat(made.token().beginning()).isEqualTo(made.secret().substring(0, 10));
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(database.rows("SELECT * FROM eb_api_tokens").toString())
                .doesNotContain(made.secret().substring(10));
        assertThat(tokens.list()).containsExactly(made.token());
        assertThat(
                        database.rows(
                                "SELECT CONCAT_WS('|', action, target, result) FROM eb_audit ORDER BY id"))
                .containsExactly("tokens.make|Grafana|asked", "tokens.make|Grafana|ok");
    }

    @Test
    void itOpensWhatIsInItsScopeForItsClientAndNothingElse() {
        Caller program = admitted(here, made("Grafana", FLEET, QUARTER).secret());

        assertThat(program.program()).isTrue();
        assertThat(program.chosen()).contains(pinewood(Duty.OWNER));
        assertThat(program.clients()).hasSize(1); // of its maker's three
        assertThat(program.csrf()).isEmpty();
        for (Permission permission : Permission.values()) {
            assertThat(program.may(permission))
                    .as(permission.code())
                    .isEqualTo(permission == Permission.SEE_FLEET);
        }
    }

    @Test
    void aProgramsRequestIsJudgedByItsKeyWhateverCookieComesAlong() {
        String secret = made("Grafana", FLEET, QUARTER).secret();
        assertThat(here.current(browser.withHeader("Authorization", "bearer " + secret)).caller())
                .hasValueSatisfying(caller -> assertThat(caller.program()).isTrue());
        assertThat(here.current(browser.withHeader("Authorization", "Bearer wrong")).caller())
                .isEmpty();
        assertThat(here.current(browser.at("/status")).caller())
                .hasValueSatisfying(caller -> assertThat(caller.program()).isFalse());
        assertThat(here.current(new FakeRequest("198.51.100.9").at("/status")).keyRefused())
                .isFalse();
    }

    @Test
    void aProgramMakesRevokesAndSeesNoKeysAndNoSessions() {
        TokenMaking.Made made = made("Grafana", FLEET, QUARTER);
        browser.withHeader("Authorization", "Bearer " + made.secret());
        AccessRefused.Reason scope = AccessRefused.Reason.NOT_IN_SCOPE;

        assertThat(refusal(() -> tokens.list())).isEqualTo(scope);
        assertThat(refusal(() -> make("another", FLEET, QUARTER))).isEqualTo(scope);
        assertThat(refusal(() -> tokens.revoke(made.token().id()))).isEqualTo(scope);
        assertThat(refusal(() -> here.desk(browser).list())).isEqualTo(scope);
        assertThat(refusal(() -> here.door(browser).enter(Action.SEE_INTAKE))).isEqualTo(scope);
    }

    @Test
    void whatItDoesIsInTheTrailAsItsOwn() throws SQLException {
        TokenMaking.Made made = made("Grafana", FLEET, QUARTER);
        browser.withHeader("Authorization", "Bearer " + made.secret());
        refusal(() -> tokens.list());
        assertThat(database.rows("SELECT via, actor FROM eb_audit ORDER BY id DESC LIMIT 1"))
                .containsExactly("token " + made.token().id() + "|dana@pinewood.example");
    }

    @Test
    void aRevokedKeyOpensNothingHereAtOnceAndElsewhereAfterTwoSeconds() {
        TokenMaking.Made made = made("Grafana", FLEET, QUARTER);
        admitted(here, made.secret());
        admitted(there, made.secret());
        List<String> told = new ArrayList<>();
        there.sessions.whenEnded(told::addAll);

        tokens.revoke(made.token().id());

        refused(here, made.secret());
        admitted(there, made.secret());
        clock.forward(Duration.ofSeconds(2));
        there.tokenWatch().look();
        assertThat(told).containsExactly("token " + made.token().id());
        refused(there, made.secret());
        assertThat(tokens.list()).isEmpty();
        assertThat(refusal(() -> tokens.revoke(made.token().id())))
                .isEqualTo(AccessRefused.Reason.NOT_FOUND);
    }

    @Test
    void whatIsOpenedWhileAKeyIsRevokedIsAskedForAnew() {
        TokenMaking.Made made = made("Grafana", FLEET, QUARTER);
        FakeRequest program =
                new FakeRequest("198.51.100.8")
                        .withHeader("Authorization", "Bearer " + made.secret());
        CurrentCaller opening = here.current(program);
        ClientId client = opening.requireClient();
        assertThat(opening.stillActsFor(client)).isTrue();

        tokens.revoke(made.token().id());

        assertThat(opening.stillActsFor(client)).isFalse();
    }

    @Test
    void whatItHoldsOpenEndsAlsoWhenARequestFindsOutFirst() {
        TokenMaking.Made made = made("Grafana", FLEET, QUARTER);
        admitted(there, made.secret());
        List<String> told = new ArrayList<>();
        there.sessions.whenEnded(told::addAll);
        tokens.revoke(made.token().id());
        clock.forward(Duration.ofSeconds(2));

        refused(there, made.secret());
        there.tokenWatch().look();
        there.tokenWatch().look();

        assertThat(told).containsExactly("token " + made.token().id());
    }

    @Test
    void anExpiredKeyOpensNothingAndIsShownForThirtyDays() {
        TokenMaking.Made made = made("Grafana", FLEET, Duration.ofDays(30));
        clock.forward(Duration.ofDays(30).minusMillis(500));
        admitted(here, made.secret());
        clock.forward(Duration.ofMillis(500));
        refused(here, made.secret()); // although it was good half a second ago
        signInAgain();
        assertThat(tokens.list()).hasSize(1);
        clock.forward(Duration.ofDays(30));
        signInAgain();
        assertThat(tokens.list()).isEmpty();
    }

    @Test
    void itLosesItsForceWithItsMakersMembership() throws SQLException {
        String secret = made("Grafana", FLEET, QUARTER).secret();
        admitted(here, secret);
        database.run("DELETE FROM tblusers_clients WHERE auth_user_id = 109 AND client_id = 101");
        clock.forward(Duration.ofSeconds(2));
        refused(here, secret);
    }

    @Test
    void itDoesNoMoreThanItsMakerMayNow() throws SQLException {
        String both =
                made("trail", Set.of(Permission.SEE_FLEET, Permission.SEE_CLIENT_TRAIL), QUARTER)
                        .secret();
        String trail = made("trail alone", Set.of(Permission.SEE_CLIENT_TRAIL), QUARTER).secret();
        assertThat(admitted(here, both).may(Permission.SEE_CLIENT_TRAIL)).isTrue();
        database.run(
                "UPDATE tblusers_clients SET owner = 0, permissions = 'products'"
                        + " WHERE auth_user_id = 109 AND client_id = 101");
        clock.forward(Duration.ofSeconds(2));
        assertThat(admitted(here, both).may(Permission.SEE_CLIENT_TRAIL)).isFalse();
        refused(here, trail); // nothing is left
    }

    @Test
    void itLosesItsForceWhenTheClientIsClosed() throws SQLException {
        String secret = made("Grafana", FLEET, QUARTER).secret();
        database.run("UPDATE tblclients SET status = 'Closed' WHERE id = 101");
        refused(here, secret);
    }

    @Test
    void nobodyGivesMoreThanTheyMayAndReadersGiveNothing() {
        assertThat(make("x", Set.of(), QUARTER)).isEqualTo(TokenMaking.Not.SCOPE);
        assertThat(make("x", Set.of(Permission.MANAGE_TOKENS), QUARTER))
                .isEqualTo(TokenMaking.Not.SCOPE);
        here.in(browser, THEO, pinewood(Duty.USER));
        assertThat(tokens.givable())
                .containsExactly(Permission.SEE_FLEET, Permission.GROUP_DEVICES);
        assertThat(make("x", Set.of(Permission.SEE_CLIENT_TRAIL), QUARTER))
                .isEqualTo(TokenMaking.Not.SCOPE);
        here.in(browser, THEO, pinewood(Duty.READ_ONLY));
        assertThat(refusal(() -> make("x", FLEET, QUARTER)))
                .isEqualTo(AccessRefused.Reason.NOT_ALLOWED);
    }

    @Test
    void aNameIsThereIsShortAndIsTheOnlyOneOfItsKind() {
        assertThat(make("  ", FLEET, QUARTER)).isEqualTo(TokenMaking.Not.NAME);
        assertThat(make("n".repeat(101), FLEET, QUARTER)).isEqualTo(TokenMaking.Not.NAME);
        TokenMaking.Made first = made("n".repeat(100), FLEET, QUARTER);
        assertThat(make("N".repeat(100), FLEET, QUARTER)).isEqualTo(TokenMaking.Not.NAME_TAKEN);
        tokens.revoke(first.token().id());
        made("n".repeat(100), FLEET, QUARTER);
    }

    @Test
    void itEndsWithinAYear() {
        assertThat(make("x", FLEET, Duration.ZERO)).isEqualTo(TokenMaking.Not.EXPIRY);
        assertThat(make("x", FLEET, Duration.ofDays(366).plusSeconds(1)))
                .isEqualTo(TokenMaking.Not.EXPIRY);
        made("x", FLEET, Duration.ofDays(366));
    }

    @Test
    void aClientHasTwentyOpenKeysHoweverManyHandsMakeThem() throws Exception {
        for (int i = 0; i < 16; i++) {
            made("key " + i, FLEET, QUARTER);
        }
        ExecutorService hands = Executors.newFixedThreadPool(8);
        try {
            List<Callable<TokenMaking>> tries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String name = "more " + i;
                tries.add(() -> make(name, FLEET, QUARTER));
            }
            int done = 0;
            for (Future<TokenMaking> one : hands.invokeAll(tries)) {
                done += one.get() instanceof TokenMaking.Made ? 1 : 0;
            }
            assertThat(done).isEqualTo(4);
        } finally {
            hands.shutdownNow();
        }
        assertThat(make("x", FLEET, QUARTER)).isEqualTo(TokenMaking.Not.TOO_MANY);
    }

    @Test
    @Tag("fault-23")
    void anotherClientsKeyIsAsUnknownAsNone() {
        TokenMaking.Made made = made("Grafana", FLEET, QUARTER);
        here.in(browser, DANA, new ClientSummary(new ClientId(102), "Larkspur", Duty.USER));
        assertThat(tokens.list()).isEmpty();
        assertThat(refusal(() -> tokens.revoke(made.token().id())))
                .isEqualTo(AccessRefused.Reason.NOT_FOUND);
        assertThat(refusal(() -> tokens.revoke(999_999))).isEqualTo(AccessRefused.Reason.NOT_FOUND);
        admitted(here, made.secret());
    }

    @Test
    void theLastUseIsWrittenOnceAMinute() throws SQLException {
        TokenMaking.Made made = made("Grafana", FLEET, QUARTER);
        TokenWatch watch = here.tokenWatch();
        watch.look();
        admitted(here, made.secret());
        watch.look();
        assertThat(tokens.list().get(0).used()).isEmpty();
        clock.forward(Duration.ofMinutes(1));
        watch.look();
        assertThat(tokens.list().get(0).used()).contains(clock.instant().minusSeconds(60));
        assertThat(tokens.list().get(0).usedFrom()).isEqualTo("203.0.113.5");
    }

    @Test
    @Tag("fault-27")
    void anAddressWithWrongKeysWaitsAndAKeyThatWasGoodDoesNot() {
        String good = made("Grafana", FLEET, QUARTER).secret();
        String other = made("Other", FLEET, QUARTER).secret();
        admitted(here, good);
        for (int i = 0; i < 20; i++) {
            refused(here, TokenSecret.random().text());
        }
        assertThat(admit(here, TokenSecret.random().text()))
                .isInstanceOf(TokenDoor.Answer.TooMany.class);
        assertThat(admit(here, other)).isInstanceOf(TokenDoor.Answer.TooMany.class);
        clock.forward(Duration.ofMillis(900));
        admitted(here, good);
        clock.forward(Duration.ofMinutes(1));
        admitted(here, other);
    }

    @Test
    void whatIsNoKeyIsAskedOfNobodyAndAUsedOneEveryTwoSeconds() throws SQLException {
        String secret = made("Grafana", FLEET, QUARTER).secret();
        CountedQueries counted = new CountedQueries(database.source());
        TokenDoor door =
                new TokenDoor(
                        new TokenTable(counted.source()),
                        new UserStandings(counted.source()),
                        clock);
        CallerAddress address = CallerAddress.of("203.0.113.5");
        assertThat(counted.during(() -> door.lost())).isZero();
        assertThat(counted.during(() -> door.admit("ebp_" + "0".repeat(49), address))).isZero();
        assertThat(counted.during(() -> door.admit("", address))).isZero();
        door.admit(secret, address);
        assertThat(counted.during(() -> door.admit(secret, address))).isZero();
        clock.forward(Duration.ofSeconds(2));
        assertThat(counted.during(() -> door.admit(secret, address))).isEqualTo(2);
        assertThat(counted.during(() -> door.lost())).isEqualTo(2);
    }

    private static ClientSummary pinewood(Duty duty) {
        return new ClientSummary(PINEWOOD, "Pinewood IT", duty);
    }

    private void signInAgain() {
        here.in(browser, DANA, pinewood(Duty.OWNER));
    }

    private TokenMaking make(String name, Set<Permission> scope, Duration time) {
        return tokens.make(name, scope, clock.instant().plus(time));
    }

    private TokenMaking.Made made(String name, Set<Permission> scope, Duration time) {
        TokenMaking making = make(name, scope, time);
        assertThat(making).isInstanceOf(TokenMaking.Made.class);
        return (TokenMaking.Made) making;
    }

    private static TokenDoor.Answer admit(AccessWorld world, String key) {
        return world.tokenDoor.admit(key, CallerAddress.of("203.0.113.5"));
    }

    private static Caller admitted(AccessWorld world, String key) {
        TokenDoor.Answer answer = admit(world, key);
        assertThat(answer).isInstanceOf(TokenDoor.Answer.Admitted.class);
        return ((TokenDoor.Answer.Admitted) answer).caller();
    }

    private static void refused(AccessWorld world, String key) {
        assertThat(admit(world, key)).isInstanceOf(TokenDoor.Answer.Refused.class);
    }

    private static AccessRefused.Reason refusal(Runnable act) {
        return Optional.ofNullable(catchThrowableOfType(AccessRefused.class, act::run))
                .map(AccessRefused::reason)
                .orElse(null);
    }
}
