package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.whmcs.SimulatedWhmcs;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.FakeRequest;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import com.eazybackup.whmcs.TestWhmcs;
import com.eazybackup.whmcs.UserId;
import com.eazybackup.whmcs.UserStandings;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fault-26")
class StandingWatchTest {

    private static final String THEO = "theo@pinewood.example";
    private static final String ROOT = "root@x.example";
    private static final String ROOTS = "a long password";
    private static final String ROOTS_HASH = PasswordHash.of(ROOTS);

    private static TestDatabase database;
    private static TestPersistence persistence;
    private static SimulatedWhmcs whmcs;

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final FakeRequest browser = new FakeRequest("198.51.100.7");
    private final AccessWorld world = new AccessWorld(database, clock, "EB_SESSION_HOURS", "8");
    private final StandingWatch watch = world.standingWatch();

    @BeforeAll
    static void open() throws SQLException {
        database = TestDatabase.migrated();
        TestPersistence.fillWhmcs(database);
        new Admins(database.source(), new AdminTable(database.source()))
                .addFirst(ROOT, "Root", ROOTS);
        persistence = TestPersistence.on(database);
        whmcs = SimulatedWhmcs.start(0, DemoCustomers.standard());
    }

    @BeforeEach
    void empty() throws SQLException {
        database.run("DELETE FROM eb_sessions", "DELETE FROM eb_audit");
    }

    @AfterEach
    void asItWas() throws SQLException {
        database.run(
                "UPDATE tblusers SET password = NULL, second_factor = '', email = '"
                        + THEO
                        + "' WHERE id = 110",
                "REPLACE INTO tblusers_clients (id, auth_user_id, client_id, owner, permissions)"
                        + " SELECT id, auth_user_id, client_id, owner, 'products,manageproducts'"
                        + " FROM tblusers_clients WHERE auth_user_id = 110",
                "INSERT IGNORE INTO tblusers_clients (auth_user_id, client_id, owner, permissions)"
                        + " VALUES (110, 101, 0, 'products,manageproducts')",
                "UPDATE tblclients SET status = 'Active'",
                "UPDATE eb_admins SET disabled = 0, role = 'super', password_hash = '"
                        + ROOTS_HASH
                        + "'");
    }

    @AfterAll
    static void close() {
        whmcs.close();
        persistence.close();
    }

    @Test
    void whoStandsAsBeforeStaysSignedIn() throws SQLException {
        signIn(THEO);
        database.run(
                "UPDATE tblusers_clients SET permissions = 'products,manageproducts,invoices'"
                        + " WHERE auth_user_id = 110",
                "UPDATE tblusers SET first_name = 'Theodor' WHERE id = 110");
        watch.look();
        assertThat(ends()).containsExactly("-");
        assertThat(world.current(browser).caller()).isPresent();
    }

    @Test
    void anotherPasswordEndsTheSession() throws SQLException {
        signIn(THEO);
        database.run("UPDATE tblusers SET password = '$2y$10$another' WHERE id = 110");
        assertThat(endAfterALook()).isEqualTo(SessionEnd.PASSWORD_CHANGED);
    }

    @Test
    void anotherSecondFactorEndsTheSession() throws SQLException {
        signIn(THEO);
        database.run("UPDATE tblusers SET second_factor = 'totp' WHERE id = 110");
        assertThat(endAfterALook()).isEqualTo(SessionEnd.SECOND_FACTOR_CHANGED);
    }

    @Test
    void anotherAddressEndsTheSession() throws SQLException {
        signIn(THEO);
        database.run("UPDATE tblusers SET email = 'theo@elsewhere.example' WHERE id = 110");
        assertThat(endAfterALook()).isEqualTo(SessionEnd.ACCOUNT_CHANGED);
    }

    @Test
    void aPasswordThatIsChangedWhileItIsCheckedOpensNothing() {
        changing("UPDATE tblusers SET password = '$2y$10$another' WHERE id = 110");
        signIn(THEO);
        assertThat(endAfterALook()).isEqualTo(SessionEnd.PASSWORD_CHANGED);
    }

    @Test
    void anAdministratorsPasswordThatIsChangedWhileItIsCheckedOpensNothing() {
        changing("UPDATE eb_admins SET password_hash = '" + PasswordHash.of("another one") + "'");
        signIn(ROOT, ROOTS);
        assertThat(endAfterALook()).isEqualTo(SessionEnd.PASSWORD_CHANGED);
    }

    @Test
    void whoIsGivenLessWhileSigningInSignsInAnew() {
        changing("UPDATE eb_admins SET role = 'support'");
        signIn(ROOT, ROOTS);
        assertThat(endAfterALook()).isEqualTo(SessionEnd.ACCOUNT_CHANGED);
    }

    /** When the password has been found right, and before there is a session. */
    private void changing(String sql) {
        browser.meanwhile(
                "User-Agent",
                () -> {
                    try {
                        database.run(sql);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @Test
    void whoIsTakenFromTheClientIsOut() throws SQLException {
        signIn(THEO);
        database.run("DELETE FROM tblusers_clients WHERE auth_user_id = 110");
        assertThat(endAfterALook()).isEqualTo(SessionEnd.MEMBERSHIP_CHANGED);
    }

    @Test
    void whoMayLessThanBeforeSignsInAnew() throws SQLException {
        signIn(THEO);
        database.run(
                "UPDATE tblusers_clients SET permissions = 'products' WHERE auth_user_id = 110");
        assertThat(endAfterALook()).isEqualTo(SessionEnd.MEMBERSHIP_CHANGED);
        assertThat(signIn(THEO).duty()).contains(Duty.READ_ONLY);
    }

    @Test
    void aClosedClientTakesItsPeopleWithItAndLetsNobodyBackIn() throws SQLException {
        signIn(THEO);
        database.run("UPDATE tblclients SET status = 'Closed' WHERE id = 101");
        assertThat(endAfterALook()).isEqualTo(SessionEnd.MEMBERSHIP_CHANGED);
        assertThat(signIn(THEO).clients()).isEmpty();
        watch.look();
        assertThat(world.current(browser).caller()).isPresent();
    }

    @Test
    void whoIsDeletedIsOut() throws SQLException {
        database.run(
                "INSERT INTO tblusers (id, first_name, last_name, email) VALUES"
                        + " (900, 'Gil', 'Ash', 'gil@x.example')");
        Person gil = Person.customer(900, "gil@x.example", "Gil Ash");
        Pass pass =
                world.sessions.open(
                        gil,
                        SessionOrigin.of(browser.asRequest()),
                        world.standings.of(gil, List.of()));
        world.sessions.alive(pass, true);
        watch.look();
        assertThat(ends()).containsExactly("-");
        database.run("DELETE FROM tblusers WHERE id = 900");
        watch.look();
        assertThat(ends()).containsExactly("account-changed");
    }

    @Test
    void aDisabledAdministratorIsOutAndOneWithAnotherRoleSignsInAnew() throws SQLException {
        signIn(ROOT, ROOTS);
        watch.look();
        database.run("UPDATE eb_admins SET role = 'support'");
        assertThat(endAfterALook()).isEqualTo(SessionEnd.ACCOUNT_CHANGED);
        signIn(ROOT, ROOTS);
        database.run("UPDATE eb_admins SET disabled = 1");
        assertThat(endAfterALook()).isEqualTo(SessionEnd.ACCOUNT_CHANGED);
    }

    @Test
    void anAdministratorsNewPasswordEndsAllSessionsButTheOneThatIsRenewed() throws SQLException {
        Caller other = signIn(ROOT, ROOTS);
        FakeRequest mine = new FakeRequest("198.51.100.8");
        Caller root = signIn(mine, ROOT, ROOTS);
        database.run("UPDATE eb_admins SET password_hash = '" + PasswordHash.of(ROOTS) + "'");
        world.standings.renew(root.person(), root.pass().id());

        watch.look();

        assertThat(world.sessions.alive(root.pass(), true)).isTrue();
        assertThat(world.sessions.whyOver(other.pass())).contains(SessionEnd.PASSWORD_CHANGED);
    }

    @Test
    void aSessionOverItsLimitEndsWithTheNextLook() throws SQLException {
        Pass pass = signIn(THEO).pass();
        database.run("UPDATE eb_sessions SET began_ms = began_ms - " + 9 * 3_600_000L);
        watch.look();
        assertThat(world.sessions.whyOver(pass)).contains(SessionEnd.LIMIT);
    }

    @Test
    void aSessionThatHangsOnNothingEnds() throws SQLException {
        Caller theo = signIn(THEO);
        database.run("UPDATE eb_sessions SET standing = ''");
        watch.look();
        assertThat(world.sessions.alive(theo.pass(), true)).isFalse();
    }

    @Test
    void ofAStoredHashNothingIsKept() throws SQLException {
        database.run("UPDATE tblusers SET password = '$2y$10$abcdefgh' WHERE id = 110");
        signIn(THEO);
        List<String> standing = database.rows("SELECT standing FROM eb_sessions");
        assertThat(standing).allSatisfy(text -> assertThat(text).matches("[0-9a-f]{64}"));
    }

    @Test
    void twoQueriesAnswerForEverybodyAndNoneWhileNobodyIsThere() throws SQLException {
        CountedQueries counted = new CountedQueries(database.source());
        SessionTable table = new SessionTable(counted.source());
        UserStandings users = new UserStandings(counted.source());
        StandingWatch measured = new StandingWatch(world.sessions, table, users, clock);

        assertThat(counted.during(measured::look)).isZero();

        signIn(THEO);
        signIn(new FakeRequest("198.51.100.8"), "mira@larkspur.example", DemoCustomers.PASSWORD);
        signIn(new FakeRequest("198.51.100.9"), ROOT, ROOTS);
        measured.look(); // also asks once which columns WHMCS has
        assertThat(counted.during(measured::look)).isEqualTo(2);

        clock.forward(Duration.ofMinutes(33));
        assertThat(counted.during(measured::look)).isZero();
    }

    @Test
    void aWhmcsWithoutThoseColumnsIsWatchedForTheRest() throws SQLException {
        TestDatabase other = TestDatabase.migrated();
        TestPersistence.fillWhmcs(other);
        other.run(
                "ALTER TABLE tblusers DROP COLUMN second_factor",
                "ALTER TABLE tblusers DROP COLUMN password");
        AccessWorld there = new AccessWorld(other, clock);
        Person theo = Person.customer(110, THEO, "Theo Marchetti");
        Pass pass =
                there.sessions.open(
                        theo,
                        SessionOrigin.of(browser.asRequest()),
                        there.standings.of(
                                theo,
                                Standings.clientsOf(
                                        there.users.of(new UserId(110)).orElseThrow())));
        there.sessions.alive(pass, true);
        there.standingWatch().look();
        assertThat(there.sessions.alive(pass, true)).isTrue();
        other.run("DELETE FROM tblusers_clients WHERE auth_user_id = 110");
        there.standingWatch().look();
        assertThat(there.sessions.whyOver(pass)).contains(SessionEnd.MEMBERSHIP_CHANGED);
    }

    @Test
    void nobodyIsSentAwayBecauseTheDatabaseIsAway() throws SQLException {
        Caller theo = signIn(THEO);
        database.run("RENAME TABLE tblusers TO tblusers_away");
        try {
            watch.look();
        } finally {
            database.run("RENAME TABLE tblusers_away TO tblusers");
        }
        assertThat(world.sessions.alive(theo.pass(), true)).isTrue();
    }

    private SessionEnd endAfterALook() {
        watch.look();
        CurrentCaller current = world.current(browser);
        assertThat(current.caller()).isEmpty();
        assertThat(browser.sessionId()).isNull();
        Optional<SessionEnd> over = current.over();
        assertThat(over).isPresent();
        return over.get();
    }

    private List<String> ends() throws SQLException {
        return database.rows("SELECT NULLIF(reason, '') FROM eb_sessions");
    }

    private Caller signIn(String email) {
        return signIn(email, DemoCustomers.PASSWORD);
    }

    private Caller signIn(String email, String password) {
        return signIn(browser, email, password);
    }

    private Caller signIn(FakeRequest from, String email, String password) {
        SignInOutcome outcome =
                world.signInDoor(new TestWhmcs(persistence.tables(), whmcs.apiUrl()))
                        .signIn(from.asRequest(), email, password);
        assertThat(outcome).isInstanceOf(SignInOutcome.Welcome.class);
        return ((SignInOutcome.Welcome) outcome).caller();
    }
}
