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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminDoorTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final ClientSummary QUILL = new ClientSummary(new ClientId(103), "Quill");

    private final FakeRequest browser = new FakeRequest("198.51.100.7");
    private final AtomicInteger done = new AtomicInteger();
    private final AdminDoor door =
            new AdminDoor(
                    new CurrentCaller(browser.asRequest()),
                    new AuditTrail(
                            DATABASE.source(),
                            new MovedClock(Instant.parse("2026-03-01T00:00:00Z"))),
                    browser.asRequest());

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run("DELETE FROM eb_audit");
    }

    @Test
    void anActIsWrittenBeforeItIsTriedAndAgainWithWhatCameOfIt() throws SQLException {
        signIn(Role.ADMIN);

        act();

        assertThat(done).hasValue(1);
        assertThat(trail())
                .containsExactly(
                        "root@x.example|admin|intake.connect|obc|asked|198.51.100.7",
                        "root@x.example|admin|intake.connect|obc|ok|198.51.100.7");
    }

    @Test
    void anActThatBreaksOffHasItsFirstLineAlone() throws SQLException {
        signIn(Role.ADMIN);

        assertThatThrownBy(
                        () ->
                                door.act(
                                        "quarantine.replay",
                                        "7",
                                        () -> {
                                            throw new SQLException("gone away");
                                        },
                                        outcome -> "ok"))
                .isInstanceOf(SQLException.class);

        assertThat(trail())
                .containsExactly("root@x.example|admin|quarantine.replay|7|asked|198.51.100.7");
    }

    @Test
    void aCustomerIsRefusedAndThatIsWritten() throws SQLException {
        signIn(Role.CUSTOMER);

        assertThatThrownBy(this::act).satisfies(AdminDoorTest::noAdmin);
        assertThatThrownBy(() -> door.enter("intake.status")).satisfies(AdminDoorTest::noAdmin);

        assertThat(done).hasValue(0);
        assertThat(trail())
                .containsExactly(
                        "root@x.example|customer|intake.connect|obc|refused|198.51.100.7",
                        "root@x.example|customer|intake.status||refused|198.51.100.7");
    }

    @Test
    void nobodyIsSentToSignIn() throws SQLException {
        assertThatThrownBy(this::act)
                .isInstanceOfSatisfying(
                        AccessRefused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(AccessRefused.Reason.UNAUTHENTICATED));

        assertThat(done).hasValue(0);
        assertThat(trail()).isEmpty();
    }

    @Test
    void lookingLeavesNoLine() throws SQLException {
        signIn(Role.ADMIN);

        door.enter("intake.status");

        assertThat(trail()).isEmpty();
    }

    private void act() {
        door.act("intake.connect", "obc", done::incrementAndGet, outcome -> "ok");
    }

    private static void noAdmin(Throwable thrown) {
        assertThat(((AccessRefused) thrown).reason()).isEqualTo(AccessRefused.Reason.NO_ADMIN);
    }

    private void signIn(Role role) {
        List<ClientSummary> clients = role == Role.ADMIN ? List.of() : List.of(QUILL);
        CallerSession.begin(
                browser.asRequest(),
                new Caller(
                        1,
                        "root@x.example",
                        "Root",
                        role,
                        clients,
                        role == Role.ADMIN ? null : QUILL,
                        "secret"),
                Duration.ofMinutes(30));
    }

    private static List<String> trail() throws SQLException {
        return DATABASE.rows(
                "SELECT actor, role, action, target, result, address FROM eb_audit ORDER BY id");
    }
}
