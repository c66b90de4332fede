package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.access.SignInOutcome.Refused;
import com.eazybackup.access.SignInOutcome.TooMany;
import com.eazybackup.access.SignInOutcome.Unreachable;
import com.eazybackup.access.SignInOutcome.Welcome;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.whmcs.SimulatedWhmcs;
import com.eazybackup.testing.FakeRequest;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.TestWhmcs;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SignInDoorTest {

    private static final String DANA = "dana@pinewood.example";
    private static final String MIRA = "mira@larkspur.example";
    private static final String RIGHT = DemoCustomers.PASSWORD;
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static TestPersistence persistence;
    private static SimulatedWhmcs whmcs;

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final FakeRequest browser = new FakeRequest("198.51.100.7");
    private final AccessWorld world = new AccessWorld(DATABASE, clock, "EB_SESSION_MINUTES", "45");
    private final SignInDoor door = door(new TestWhmcs(persistence.tables(), whmcs.apiUrl()));

    private SignInDoor door(TestWhmcs source) {
        return world.signInDoor(source);
    }

    @BeforeAll
    static void open() throws SQLException {
        TestPersistence.fillWhmcs(DATABASE);
        new Admins(DATABASE.source(), new AdminTable(DATABASE.source()))
                .addFirst("root@x.example", "Root", "a long password");
        persistence = TestPersistence.on(DATABASE);
        whmcs = SimulatedWhmcs.start(0, DemoCustomers.standard());
    }

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run("DELETE FROM eb_audit");
    }

    @AfterEach
    void mend() {
        whmcs.faults().clear();
    }

    @AfterAll
    static void close() {
        whmcs.close();
        persistence.close();
    }

    @Test
    void aCustomerOfOneClientActsForIt() throws SQLException {
        Caller mira = welcome(MIRA, RIGHT);
        assertThat(mira.role()).isEqualTo(Role.CUSTOMER);
        assertThat(mira.name()).isEqualTo("Mira Sandoval");
        assertThat(mira.chosen())
                .contains(new ClientSummary(new ClientId(102), "Larkspur Accounting", Duty.OWNER));
        assertThat(current().requireClient()).isEqualTo(new ClientId(102));
        assertThat(browser.idleSeconds()).isEqualTo(45 * 60);
        assertThat(audit()).containsExactly(MIRA + "|customer|102|sign-in|ok|198.51.100.7");
    }

    @Test
    void aCustomerOfSeveralClientsHasToChoose() {
        Caller dana = welcome("  DANA@pinewood.example ", RIGHT);
        assertThat(dana.clients())
                .extracting(ClientSummary::id)
                .containsExactly(new ClientId(101), new ClientId(105), new ClientId(102));
        assertThat(refusal(() -> current().requireClient()))
                .isEqualTo(AccessRefused.Reason.NO_CLIENT_CHOSEN);
    }

    @Test
    void whoBelongsToNoClientIsLetInAndSeesNothing() {
        assertThat(welcome("pat@elsewhere.example", RIGHT).clients()).isEmpty();
        assertThat(refusal(() -> current().requireClient()))
                .isEqualTo(AccessRefused.Reason.NO_CLIENT);
    }

    @Test
    void anAdminIsNoCustomer() throws SQLException {
        Caller root = welcome("Root@x.example", "a long password");
        assertThat(root.role()).isEqualTo(Role.ADMIN);
        assertThat(refusal(() -> current().requireClient()))
                .isEqualTo(AccessRefused.Reason.NO_CLIENT);
        assertThat(refusal(() -> door.chooseClient(browser.asRequest(), new ClientId(101))))
                .isEqualTo(AccessRefused.Reason.NOT_FOUND);
        assertThat(audit().get(0)).isEqualTo("root@x.example|admin|-|sign-in|ok|198.51.100.7");
    }

    @Test
    @Tag("fault-27")
    void everyRefusalIsTheSameAndNobodyGetsASession() throws SQLException {
        for (String[] attempt :
                new String[][] {
                    {DANA, "wrong"},
                    {"nobody@x.example", RIGHT},
                    {"root@x.example", "wrong"},
                    {"root@x.example", RIGHT},
                    {DANA, ""},
                    {"", RIGHT},
                    {DANA, "x".repeat(5000)}
                }) {
            assertThat(door.signIn(browser.asRequest(), attempt[0], attempt[1]))
                    .isEqualTo(new Refused());
        }
        assertThat(browser.sessionId()).isNull();
        assertThat(audit())
                .contains(
                        DANA + "|unknown|-|sign-in|refused|198.51.100.7",
                        "nobody@x.example|unknown|-|sign-in|refused|198.51.100.7");
    }

    @Test
    @Tag("fault-26")
    void anIdFromBeforeTheSignInOpensNothing() {
        String planted = browser.withSession().sessionId();
        browser.set("language", "fr");
        welcome(MIRA, RIGHT);
        assertThat(browser.sessionId()).isNotNull().isNotEqualTo(planted);
        assertThat(browser.get("language")).isEqualTo("fr");
    }

    @Test
    @Tag("fault-26")
    void whoComesAfterSomebodyElseGetsNothingOfTheirs() {
        welcome(DANA, RIGHT);
        String before = browser.sessionId();
        browser.set("draft", "Dana's");
        Caller mira = welcome(MIRA, RIGHT);
        assertThat(browser.sessionId()).isNotEqualTo(before);
        assertThat(browser.get("draft")).isNull();
        assertThat(current().caller()).contains(mira);
    }

    @Test
    void theAddressOfADisabledAdminIsNoCustomersEither() throws SQLException {
        DATABASE.run(
                "INSERT INTO eb_admins (email, name, password_hash, role, disabled) SELECT '"
                        + MIRA
                        + "', 'Mira', password_hash, 'support', 1 FROM eb_admins");
        try {
            assertThat(door.signIn(browser.asRequest(), MIRA, RIGHT)).isInstanceOf(Refused.class);
            assertThat(browser.sessionId()).isNull();
        } finally {
            DATABASE.run("DELETE FROM eb_admins WHERE email = '" + MIRA + "'");
        }
        welcome(MIRA, RIGHT);
    }

    @Test
    void everySessionHasItsOwnCsrfSecret() {
        String first = welcome(MIRA, RIGHT).csrf();
        String second = welcome(MIRA, RIGHT).csrf();
        assertThat(first).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(second);
        assertThat(current().requireCaller().toString()).doesNotContain(second);
    }

    @Test
    @Tag("fault-23")
    void aPageMadeForOneClientIsRefusedOnceAnotherIsChosen() {
        welcome(DANA, RIGHT);
        door.chooseClient(browser.asRequest(), new ClientId(105));
        browser.withHeader("X-EB-Client", "105");
        assertThat(current().requireClient()).isEqualTo(new ClientId(105));
        door.chooseClient(browser.asRequest(), new ClientId(102)); // in another tab
        assertThat(refusal(() -> current().requireClient()))
                .isEqualTo(AccessRefused.Reason.OTHER_CLIENT);
        browser.withHeader("X-EB-Client", "103"); // somebody else's opens nothing
        assertThat(refusal(() -> current().requireClient()))
                .isEqualTo(AccessRefused.Reason.OTHER_CLIENT);
    }

    @Test
    @Tag("fault-23")
    void aLinkOfAPageMadeForOneClientIsRefusedOnceAnotherIsChosen() {
        welcome(DANA, RIGHT);
        door.chooseClient(browser.asRequest(), new ClientId(105));
        assertThat(current().requireClient(Optional.of("105"))).isEqualTo(new ClientId(105));
        door.chooseClient(browser.asRequest(), new ClientId(102)); // in another tab
        assertThat(refusal(() -> current().requireClient(Optional.of("105"))))
                .isEqualTo(AccessRefused.Reason.OTHER_CLIENT);
        assertThat(refusal(() -> current().requireClient(Optional.of("x"))))
                .isEqualTo(AccessRefused.Reason.OTHER_CLIENT);
    }

    @Test
    void oneOfTheOwnClientsMayBeChosenAndChangedAgain() {
        welcome(DANA, RIGHT);
        door.chooseClient(browser.asRequest(), new ClientId(105));
        assertThat(current().requireClient()).isEqualTo(new ClientId(105));
        door.chooseClient(browser.asRequest(), new ClientId(102));
        assertThat(current().requireClient()).isEqualTo(new ClientId(102));
    }

    @Test
    @Tag("fault-23")
    void aForeignClientIsAsUnknownAsOneThatDoesNotExist() throws SQLException {
        welcome(DANA, RIGHT);
        for (int client : new int[] {103, 999_999}) {
            assertThat(refusal(() -> door.chooseClient(browser.asRequest(), new ClientId(client))))
                    .isEqualTo(AccessRefused.Reason.NOT_FOUND);
        }
        assertThat(current().requireCaller().chosen()).isEmpty();
        // Whom it was tried on does not learn of it; of a flood there is one line.
        assertThat(audit())
                .filteredOn(line -> line.contains("choose-client"))
                .containsExactly(DANA + "|customer|-|choose-client|not-found|198.51.100.7");
        assertThat(DATABASE.rows("SELECT target FROM eb_audit WHERE action = 'choose-client'"))
                .containsExactly("103");
    }

    @Test
    @Tag("fault-18")
    void aMembershipThatHasEndedCannotBeChosenAnyMore() throws SQLException {
        welcome(DANA, RIGHT);
        DATABASE.run("DELETE FROM tblusers_clients WHERE auth_user_id = 109 AND client_id = 105");
        try {
            assertThat(refusal(() -> door.chooseClient(browser.asRequest(), new ClientId(105))))
                    .isEqualTo(AccessRefused.Reason.NOT_FOUND);
        } finally {
            DATABASE.run(
                    "INSERT INTO tblusers_clients (auth_user_id, client_id, owner, permissions) VALUES (109, 105, 0, 'products,manageproducts')");
        }
    }

    @Test
    @Tag("fault-26")
    void afterSigningOutTheSessionIsGone() throws SQLException {
        welcome(MIRA, RIGHT);
        door.signOut(browser.asRequest());
        assertThat(browser.sessionId()).isNull();
        assertThat(current().caller()).isEmpty();
        assertThat(refusal(() -> current().requireClient()))
                .isEqualTo(AccessRefused.Reason.UNAUTHENTICATED);
        assertThat(audit()).contains(MIRA + "|customer|102|sign-out|ok|198.51.100.7");
        door.signOut(browser.asRequest()); // once more is nothing
    }

    @Test
    @Tag("fault-27")
    void guessingIsSlowedAndThenNotEvenTheRightPasswordHelps() throws SQLException {
        for (int i = 0; i < 5; i++) {
            door.signIn(browser.asRequest(), MIRA, "guess" + i);
        }
        assertThat(door.signIn(browser.asRequest(), MIRA.toUpperCase(Locale.ROOT), RIGHT))
                .isEqualTo(new TooMany(Duration.ofSeconds(1)));
        assertThat(new FakeRequest("203.0.113.9"))
                .satisfies(
                        elsewhere ->
                                assertThat(door.signIn(elsewhere.asRequest(), MIRA, RIGHT))
                                        .isInstanceOf(Welcome.class));
        clock.forward(Duration.ofSeconds(1));
        assertThat(door.signIn(browser.asRequest(), MIRA, RIGHT)).isInstanceOf(Welcome.class);
        assertThat(audit()).filteredOn(line -> line.contains("throttled")).hasSize(1);
    }

    @Test
    @Tag("fault-20")
    void whenWhmcsIsAwayNobodyIsBlamedAndAdminsStillComeIn() throws SQLException {
        whmcs.faults().html(true);
        for (int i = 0; i < 7; i++) {
            SignInOutcome outcome = door.signIn(browser.asRequest(), MIRA, RIGHT);
            assertThat(outcome).isInstanceOf(Unreachable.class);
        }
        // An admin's address does not stand out while WHMCS is away.
        assertThat(door.signIn(browser.asRequest(), "root@x.example", "wrong"))
                .isInstanceOf(Unreachable.class);
        assertThat(door.signIn(browser.asRequest(), "root@x.example", "a long password"))
                .isInstanceOf(Welcome.class);
        String reference =
                DATABASE.rows("SELECT reference FROM eb_audit ORDER BY id LIMIT 1").get(0);
        assertThat(reference).startsWith("EB-");
        whmcs.faults().clear();
        assertThat(door.signIn(browser.asRequest(), MIRA, RIGHT)).isInstanceOf(Welcome.class);
    }

    @Test
    void aUsersNumberThatBelongsToAnotherAddressLetsNobodyIn() throws SQLException {
        // As WHMCS before version 8 would have it, which answers the client's number.
        DATABASE.run("UPDATE tblusers SET email = 'other@x.example' WHERE id = 101");
        try {
            assertThat(door.signIn(browser.asRequest(), MIRA, RIGHT)).isEqualTo(new Refused());
        } finally {
            DATABASE.run("UPDATE tblusers SET email = '" + MIRA + "' WHERE id = 101");
        }
    }

    private Caller welcome(String email, String password) {
        SignInOutcome outcome = door.signIn(browser.asRequest(), email, password);
        assertThat(outcome).isInstanceOf(Welcome.class);
        return ((Welcome) outcome).caller();
    }

    private CurrentCaller current() {
        return world.current(browser);
    }

    private static AccessRefused.Reason refusal(Runnable act) {
        Optional<AccessRefused> thrown = Optional.empty();
        try {
            act.run();
        } catch (AccessRefused refused) {
            thrown = Optional.of(refused);
        }
        return thrown.orElseThrow().reason();
    }

    private static List<String> audit() throws SQLException {
        return DATABASE.rows(
                "SELECT actor, role, client_id, action, result, address FROM eb_audit ORDER BY id");
    }
}
