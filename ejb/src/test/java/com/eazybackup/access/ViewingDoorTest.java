package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.testing.FakeRequest;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.TestWhmcs;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewingDoorTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final ClientId QUILL = new ClientId(103);
    private static final Person SUE = Person.admin(3, "sue@x.example", "Sue", Duty.SUPPORT);
    private static final Person IRIS = Person.customer(1, "iris@x.example", "Iris");
    private static TestPersistence persistence;

    private final FakeRequest browser = new FakeRequest("198.51.100.7");
    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final AccessWorld world =
            new AccessWorld(DATABASE, clock, "EB_VIEW_AS_MINUTES", "20", "EB_SESSION_HOURS", "12");
    private final Door door = world.door(browser);
    private final ViewingDoor viewing =
            world.viewingDoor(
                    browser,
                    new TestWhmcs(persistence.tables(), URI.create("http://127.0.0.1:9/")));

    @BeforeAll
    static void open() throws SQLException {
        TestPersistence.fillWhmcs(DATABASE);
        persistence = TestPersistence.on(DATABASE);
    }

    @AfterAll
    static void close() {
        persistence.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run("DELETE FROM eb_audit", "DELETE FROM eb_sessions");
    }

    @Test
    void anAdministratorSeesWhatAReaderOfThatClientSees() throws SQLException {
        world.in(browser, SUE);

        Caller viewer = look();

        assertThat(viewer.viewing()).isTrue();
        assertThat(viewer.chosen().orElseThrow().name()).isEqualTo("Quill & Co. Bookbinders");
        assertThat(door.forClient(Action.SEE_DEVICES)).isEqualTo(QUILL);
        assertThat(trail())
                .containsExactly(
                        "sue@x.example|admin|103|clients.view|ticket 4711|ok|198.51.100.7");
        assertThat(world.current(browser).viewingUntil())
                .contains(clock.instant().plus(Duration.ofMinutes(20)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Permission.class,
            names = {"SNOOZE_INCIDENTS", "MANAGE_TOKENS", "SEE_CLIENT_TRAIL"})
    void whatAReaderMayNotIsRefusedWithASentence(Permission permission) {
        world.in(browser, SUE);

        assertThat(look().may(permission)).isFalse();
        assertThat(refusal(() -> door.enter(Action.SEE_ACTIVITY)))
                .isEqualTo(AccessRefused.Reason.VIEWING);
    }

    /** No act needs so little yet; a look stands for one. */
    @Test
    void noActOfAClientIsDoneWhateverAReaderMay() throws SQLException {
        world.in(browser, SUE);
        look();

        assertThat(refusal(() -> door.act(Action.SEE_DEVICES, "x", () -> "done", done -> done)))
                .isEqualTo(AccessRefused.Reason.VIEWING);
        assertThat(trail()).endsWith("sue@x.example|admin|103|devices.list|x|refused|198.51.100.7");
    }

    @Test
    void whatIsThePortalsIsNotTheClientsWhileOneLooks() throws SQLException {
        world.in(browser, Person.admin(4, "root@x.example", "Root", Duty.SUPER));
        look();

        door.act(Action.CONNECT_NOW, "obc", () -> "ok", done -> done);

        assertThat(trail()).endsWith("root@x.example|admin|-|intake.connect|obc|ok|198.51.100.7");
    }

    @Test
    void stoppingEndsItAtOnceAndIsWritten() throws SQLException {
        world.in(browser, SUE);
        look();

        viewing.stop(browser.asRequest());

        assertThat(refusal(() -> door.forClient(Action.SEE_DEVICES)))
                .isEqualTo(AccessRefused.Reason.NO_CLIENT);
        assertThat(trail()).endsWith("sue@x.example|admin|103|clients.view-end||ok|198.51.100.7");
        viewing.stop(browser.asRequest()); // once more is nothing
        assertThat(trail()).hasSize(2);
    }

    @Test
    void afterItsTimeItEndsByItselfWhateverIsAskedNext() throws SQLException {
        world.in(browser, SUE);
        look();
        clock.forward(Duration.ofMinutes(19));
        assertThat(door.forClient(Action.SEE_DEVICES)).isEqualTo(QUILL);
        clock.forward(Duration.ofMinutes(1));
        browser.withHeader("X-EB-Client", "103");

        assertThat(refusal(() -> door.forClient(Action.SEE_DEVICES)))
                .isEqualTo(AccessRefused.Reason.VIEWING_ENDED);
        assertThat(world.current(browser).requireCaller().viewing()).isFalse();
        assertThat(trail())
                .endsWith("sue@x.example|admin|103|clients.view-end||time-over|198.51.100.7");
    }

    @Test
    void anotherClientTakesThePlaceOfTheFirst() throws SQLException {
        world.in(browser, SUE);
        look();

        viewing.viewAs(browser.asRequest(), 102, "another ticket");

        assertThat(door.forClient(Action.SEE_DEVICES)).isEqualTo(new ClientId(102));
        assertThat(trail())
                .containsExactly(
                        "sue@x.example|admin|103|clients.view|ticket 4711|ok|198.51.100.7",
                        "sue@x.example|admin|103|clients.view-end||ok|198.51.100.7",
                        "sue@x.example|admin|102|clients.view|another ticket|ok|198.51.100.7");
    }

    @Test
    @Tag("fault-23")
    void aClientThatDoesNotExistIsNotFoundAndThatIsWritten() throws SQLException {
        world.in(browser, SUE);

        for (int nobody : new int[] {999_999, 0, -3}) {
            assertThat(refusal(() -> viewing.viewAs(browser.asRequest(), nobody, "x")))
                    .isEqualTo(AccessRefused.Reason.NOT_FOUND);
        }

        assertThat(world.current(browser).requireCaller().viewing()).isFalse();
        assertThat(trail())
                .containsExactly(
                        "sue@x.example|admin|-|clients.view|999999|not-found|198.51.100.7");
    }

    @Test
    void whoHasNotTheDutyIsRefused() throws SQLException {
        world.in(browser, Person.admin(5, "op@x.example", "Op", Duty.OPERATIONS));
        assertThat(refusal(this::look)).isEqualTo(AccessRefused.Reason.NOT_ALLOWED);

        world.in(browser, IRIS, new ClientSummary(QUILL, "Quill", Duty.OWNER));
        assertThat(refusal(this::look)).isEqualTo(AccessRefused.Reason.NO_ADMIN);
        assertThat(trail()).allMatch(line -> line.contains("|clients.view||refused|"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void withoutAReasonNothingBegins(String reason) {
        world.in(browser, SUE);

        assertThatThrownBy(() -> viewing.viewAs(browser.asRequest(), 103, reason))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(world.current(browser).requireCaller().viewing()).isFalse();
    }

    @Test
    void signingOutEndsTheLookToo() throws SQLException {
        world.in(browser, SUE);
        look();

        world.signInDoor(new TestWhmcs(persistence.tables(), URI.create("http://127.0.0.1:9/")))
                .signOut(browser.asRequest());

        assertThat(trail())
                .endsWith(
                        "sue@x.example|admin|103|clients.view-end||signed-out|198.51.100.7",
                        "sue@x.example|admin|-|sign-out||ok|198.51.100.7");
    }

    @Test
    void theClientReadsWhoLookedAndWhyAndNoAddressOfSupport() throws SQLException {
        DATABASE.run(
                "INSERT INTO eb_admins (email, name, password_hash, role) VALUES"
                        + " ('sue@x.example', 'Sue', '-', 'support')");
        world.in(browser, SUE);
        look();

        List<TrailLine> lines =
                new AuditReader(DATABASE.source())
                        .ofClient(QUILL, TrailFilter.all(), Optional.empty(), 10)
                        .lines();

        assertThat(lines)
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.name()).isEqualTo("Sue");
                            assertThat(line.target()).isEqualTo("ticket 4711");
                            assertThat(List.of(line.actor(), line.address(), line.via()))
                                    .containsOnly("");
                        });
    }

    private Caller look() {
        return viewing.viewAs(browser.asRequest(), 103, " ticket 4711 ");
    }

    private static AccessRefused.Reason refusal(Runnable attempt) {
        try {
            attempt.run();
        } catch (AccessRefused refused) {
            return refused.reason();
        }
        throw new AssertionError("nothing was refused");
    }

    private static List<String> trail() throws SQLException {
        return DATABASE.rows(
                "SELECT actor, role, client_id, action, target, result, address FROM eb_audit"
                        + " ORDER BY id");
    }
}
