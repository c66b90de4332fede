package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.testing.FakeRequest;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AdminDeskTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final AccessWorld world = new AccessWorld(DATABASE, clock, "EB_SECRET_KEY", KEY);
    private final FakeRequest browser = new FakeRequest("198.51.100.7");
    private final FakeRequest bills = new FakeRequest("198.51.100.8");
    private int root;
    private int bill;

    @BeforeEach
    void rootAndBillAreIn() throws SQLException {
        DATABASE.run("DELETE FROM eb_admins", "DELETE FROM eb_audit", "DELETE FROM eb_sessions");
        root = add("root@x.example", Duty.SUPER);
        bill = add("bill@x.example", Duty.BILLING);
        world.in(browser, person(root));
        world.in(bills, person(bill));
    }

    @Test
    void theListSaysWhoIsWhat() {
        assertThat(desk().admins())
                .extracting(AdminSummary::email, AdminSummary::role, AdminSummary::self)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bill@x.example", "billing", false),
                        org.assertj.core.groups.Tuple.tuple("root@x.example", "super", true));
        assertThat(desk().admins().get(0).seen()).contains(clock.instant());
    }

    @Test
    @Tag("fault-26")
    void whateverIsChangedOfSomebodyEndsTheirSessions() throws SQLException {
        desk().changeRole(bill, "support");
        assertThat(world.current(bills).caller()).isEmpty();
        assertThat(person(bill).duty()).isEqualTo(Duty.SUPPORT);

        world.in(bills, person(bill));
        desk().disable(bill);
        assertThat(world.current(bills).caller()).isEmpty();

        desk().enable(bill);
        world.in(bills, person(bill));
        assertThat(desk().endSessions(bill)).isEqualTo(1);
        assertThat(world.current(bills).caller()).isEmpty();

        world.in(bills, person(bill));
        world.factors.turnOn(
                bill,
                world.factors.seal(bill, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
                TimedCodes.code(
                        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", clock.instant().getEpochSecond() / 30));
        desk().resetSecondFactor(bill);
        assertThat(world.factors.has(bill)).isFalse();
        assertThat(world.current(bills).caller()).isEmpty();

        assertThat(
                        DATABASE.rows(
                                "SELECT DISTINCT reason FROM eb_sessions WHERE person_id = "
                                        + bill))
                .containsExactlyInAnyOrder("account-changed", "by-admin");
        assertThat(DATABASE.rows("SELECT action, target, result FROM eb_audit ORDER BY id"))
                .contains(
                        "admins.role|bill@x.example to support|ok",
                        "admins.disable|bill@x.example|ok",
                        "admins.factor-reset|bill@x.example|ok",
                        "admins.sessions-end|bill@x.example|ok 1");
    }

    @Test
    void whoIsDisabledIsNotLetInAndNoCustomerEither() {
        world.adminTable.setPassword(bill, PasswordHash.of("right words"), clock.instant());
        desk().disable(bill);

        Admins.Answer answer = world.admins.check("bill@x.example", "right words");
        assertThat(answer.admin()).isEmpty();
        assertThat(answer.known()).isTrue(); // so that the password goes to nobody else
    }

    @Test
    void nobodyDoesItToHimself() {
        assertThat(refusal(() -> desk().disable(root))).isEqualTo(AdminRefused.Reason.YOURSELF);
        assertThat(refusal(() -> desk().changeRole(root, "support")))
                .isEqualTo(AdminRefused.Reason.YOURSELF);
        assertThat(refusal(() -> desk().resetSecondFactor(root)))
                .isEqualTo(AdminRefused.Reason.YOURSELF);
        assertThat(person(root).duty()).isEqualTo(Duty.SUPER);
    }

    @Test
    void theLastSuperStays() throws SQLException {
        int other = add("other@x.example", Duty.SUPER);
        DATABASE.run("UPDATE eb_admins SET disabled = 1 WHERE id = " + root);

        assertThat(refusal(() -> desk().disable(other))).isEqualTo(AdminRefused.Reason.LAST_SUPER);
        assertThat(refusal(() -> desk().changeRole(other, "billing")))
                .isEqualTo(AdminRefused.Reason.LAST_SUPER);
    }

    @Test
    void twoWhoTakeEachOthersRightsAtTheSameMomentLeaveOne() throws Exception {
        int other = add("other@x.example", Duty.SUPER);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 30; i++) {
                world.adminTable.setDuty(root, Duty.SUPER);
                world.adminTable.setDuty(other, Duty.SUPER);
                List<Future<Boolean>> both =
                        pool.invokeAll(
                                List.of(
                                        () -> world.adminTable.setDuty(root, Duty.SUPPORT),
                                        () -> world.adminTable.disable(other)));
                assertThat(List.of(both.get(0).get(), both.get(1).get()))
                        .containsExactlyInAnyOrder(true, false);
                world.adminTable.enable(other);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @Tag("fault-23")
    void whoDoesNotManageAdministratorsIsRefusedEverythingBeforeAnythingIsRead() {
        AdminDesk bills = world.adminDesk(this.bills);
        List<Runnable> all =
                List.of(
                        bills::admins,
                        bills::invites,
                        () -> bills.invite("a@x.example", "super", Locale.ENGLISH),
                        () -> bills.resend(1, Locale.ENGLISH),
                        () -> bills.revoke(1),
                        () -> bills.changeRole(bill, "super"),
                        () -> bills.disable(root),
                        () -> bills.enable(root),
                        () -> bills.resetSecondFactor(root),
                        () -> bills.endSessions(999_999));
        assertThat(all)
                .allSatisfy(
                        attempt ->
                                assertThatThrownBy(attempt::run)
                                        .isInstanceOfSatisfying(
                                                AccessRefused.class,
                                                refused ->
                                                        assertThat(refused.reason())
                                                                .isEqualTo(
                                                                        AccessRefused.Reason
                                                                                .NOT_ALLOWED)));
    }

    @Test
    void anUnknownNumberIsNotFound() {
        assertThatThrownBy(() -> desk().disable(999_999)).isInstanceOf(AccessRefused.class);
    }

    private AdminDesk desk() {
        return world.adminDesk(browser);
    }

    private int add(String email, Duty duty) {
        world.adminTable.add(email, email, "-", duty, clock.instant());
        return world.adminTable.all().stream()
                .filter(row -> row.email().equals(email))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Person person(int id) {
        return world.adminTable.read(id).orElseThrow().person();
    }

    private static AdminRefused.Reason refusal(Runnable attempt) {
        try {
            attempt.run();
        } catch (AdminRefused refused) {
            return refused.reason();
        }
        throw new AssertionError("nothing was refused");
    }
}
