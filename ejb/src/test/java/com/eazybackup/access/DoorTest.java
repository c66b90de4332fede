package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.testing.FakeRequest;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DoorTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final ClientId QUILL = new ClientId(103);
    private static final Person ROOT = Person.admin(1, "root@x.example", "Root", Duty.SUPER);
    private static final Person IRIS = Person.customer(1, "iris@x.example", "Iris");

    private final FakeRequest browser = new FakeRequest("198.51.100.7");
    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final AccessWorld world = new AccessWorld(DATABASE, clock);
    private final Door door = world.door(browser);
    private final AtomicInteger done = new AtomicInteger();

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run("DELETE FROM eb_audit", "DELETE FROM eb_sessions");
    }

    @Test
    void anActIsWrittenBeforeItIsTriedAndAgainWithWhatCameOfIt() throws SQLException {
        Caller root = world.in(browser, ROOT);

        act();

        assertThat(done).hasValue(1);
        assertThat(trail())
                .containsExactly(
                        "root@x.example|admin|-|intake.connect|obc|asked|198.51.100.7",
                        "root@x.example|admin|-|intake.connect|obc|ok|198.51.100.7");
        assertThat(DATABASE.rows("SELECT DISTINCT via FROM eb_audit"))
                .containsExactly("session " + root.pass().id());
    }

    @Test
    void anActThatBreaksOffHasItsFirstLineAlone() throws SQLException {
        world.in(browser, ROOT);

        assertThatThrownBy(
                        () ->
                                door.act(
                                        Action.REPLAY_FRAME,
                                        "7",
                                        () -> {
                                            throw new SQLException("gone away");
                                        },
                                        outcome -> "ok"))
                .isInstanceOf(SQLException.class);

        assertThat(trail())
                .containsExactly("root@x.example|admin|-|quarantine.replay|7|asked|198.51.100.7");
    }

    @Test
    void aCustomerIsRefusedWhatIsThePortalsAndThatIsWritten() throws SQLException {
        world.in(browser, IRIS, quill(Duty.OWNER));

        assertThat(refusal(this::act)).isEqualTo(AccessRefused.Reason.NO_ADMIN);
        assertThat(refusal(() -> door.enter(Action.SEE_INTAKE)))
                .isEqualTo(AccessRefused.Reason.NO_ADMIN);

        assertThat(done).hasValue(0);
        assertThat(trail())
                .containsExactly(
                        "iris@x.example|customer|103|intake.connect|obc|refused|198.51.100.7",
                        "iris@x.example|customer|103|intake.status||refused|198.51.100.7");
    }

    @Test
    void anAdministratorWithoutTheDutyIsRefused() throws SQLException {
        world.in(browser, Person.admin(2, "bill@x.example", "Bill", Duty.BILLING));

        assertThat(refusal(this::act)).isEqualTo(AccessRefused.Reason.NOT_ALLOWED);

        assertThat(done).hasValue(0);
        assertThat(trail())
                .containsExactly("bill@x.example|admin|-|intake.connect|obc|refused|198.51.100.7");
    }

    @Test
    @Tag("fault-27")
    void aFloodOfRefusalsIsOneLineAMinute() throws SQLException {
        world.in(browser, IRIS, quill(Duty.OWNER));

        for (int i = 0; i < 500; i++) {
            refusal(this::act);
        }
        assertThat(trail()).hasSize(1);

        clock.forward(Duration.ofSeconds(61));
        refusal(this::act);
        assertThat(trail()).hasSize(2);
    }

    @Test
    void aKeyMayDoNoMoreThanItsScope() {
        Caller iris = world.in(browser, IRIS, quill(Duty.OWNER));
        CallerSession.change(
                browser.asRequest(),
                iris.with(iris.pass().limitedTo(Set.of(Permission.SEE_FLEET))));

        assertThat(door.forClient(Action.SEE_DEVICES)).isEqualTo(QUILL);
        Caller limited = world.current(browser).requireCaller();
        assertThat(limited.may(Permission.SEE_CLIENT_TRAIL)).isFalse();
        assertThat(limited.may(Permission.OWN_ACCOUNT)).isFalse();
    }

    @Test
    void anAdministratorSeesNoClientsDataUnlessHeLooksAtOneAndThenOnlyLooks() {
        Caller root = world.in(browser, ROOT);
        assertThat(refusal(() -> door.forClient(Action.SEE_DEVICES)))
                .isEqualTo(AccessRefused.Reason.NO_CLIENT);

        world.viewings.begin(browser.asRequest(), root, quill(Duty.READ_ONLY), "why");

        assertThat(door.forClient(Action.SEE_DEVICES)).isEqualTo(QUILL);
        assertThat(world.current(browser).requireCaller().may(Permission.MANAGE_TOKENS)).isFalse();
        assertThatThrownBy(() -> new Caller(ROOT, List.of(), quill(Duty.OWNER), root.pass()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyIsSentToSignIn() throws SQLException {
        assertThat(refusal(this::act)).isEqualTo(AccessRefused.Reason.UNAUTHENTICATED);

        assertThat(done).hasValue(0);
        assertThat(trail()).isEmpty();
    }

    @Test
    @Tag("fault-26")
    void aSessionThatWasEndedElsewhereOpensNothingAndIsGone() {
        Caller iris = world.in(browser, IRIS, quill(Duty.OWNER));
        world.sessions.end(IRIS, iris.pass().id(), SessionEnd.BY_OWNER);

        assertThat(refusal(() -> door.forClient(Action.SEE_DEVICES)))
                .isEqualTo(AccessRefused.Reason.UNAUTHENTICATED);
        assertThat(browser.sessionId()).isNull();
    }

    @Test
    void lookingLeavesNoLine() throws SQLException {
        world.in(browser, ROOT);

        door.enter(Action.SEE_INTAKE);

        assertThat(trail()).isEmpty();
    }

    private void act() {
        door.act(Action.CONNECT_NOW, "obc", done::incrementAndGet, outcome -> "ok");
    }

    private static ClientSummary quill(Duty duty) {
        return new ClientSummary(QUILL, "Quill", duty);
    }

    @Test
    void anOwnLookLeavesNoLineAndIsNothingForSupport() throws SQLException {
        world.in(browser, IRIS, quill(Duty.READ_ONLY));
        assertThat(door.forOwnLook(Action.KEEP_LOOK).chosen().orElseThrow().id()).isEqualTo(QUILL);
        assertThat(trail()).isEmpty();

        Caller root = world.in(browser, ROOT);
        world.viewings.begin(browser.asRequest(), root, quill(Duty.READ_ONLY), "why");
        assertThat(refusal(() -> door.forOwnLook(Action.KEEP_LOOK)))
                .isEqualTo(AccessRefused.Reason.VIEWING);
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
