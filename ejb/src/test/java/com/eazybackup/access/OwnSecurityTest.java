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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OwnSecurityTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String PASSWORD = "wren oyster quarry";
    private static final String NEW = "lattice plover 71 tin";
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final FakeRequest browser = new FakeRequest("198.51.100.7");
    private final FakeRequest other = new FakeRequest("198.51.100.8");
    private AccessWorld world = new AccessWorld(DATABASE, clock, "EB_SECRET_KEY", KEY);
    private Person root;

    @BeforeEach
    void theFirstAdminIsIn() throws SQLException {
        DATABASE.run(
                "DELETE FROM eb_admins",
                "DELETE FROM eb_audit",
                "DELETE FROM eb_sessions",
                "DELETE FROM eb_admin_recovery_codes");
        world.admins.addFirst("root@x.example", "Root", PASSWORD);
        root = world.adminTable.all().get(0).person();
        enter(browser);
        enter(other);
    }

    @Test
    void theFirstAdminMayDoNothingButChangeThePassword() {
        Caller caller = world.current(browser).requireCaller();
        assertThat(caller.pass().limit()).contains(Set.of(Permission.OWN_ACCOUNT));
        assertThat(world.ownSecurity(browser).account().first()).contains(FirstThing.PASSWORD);
        assertThatThrownBy(() -> world.door(browser).enter(Action.SEE_INTAKE))
                .isInstanceOfSatisfying(
                        AccessRefused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(AccessRefused.Reason.FIRST_THINGS_FIRST));
    }

    @Test
    @Tag("fault-26")
    void afterTheChangeTheSessionHasANewIdAndAllRightsAndTheOthersAreOver() {
        String before = browser.sessionId();

        assertThat(change(PASSWORD, NEW)).isEqualTo(new SecurityOutcome.Done());

        assertThat(browser.sessionId()).isNotNull().isNotEqualTo(before);
        assertThat(world.door(browser).enter(Action.SEE_INTAKE).email()).isEqualTo(root.email());
        assertThat(world.current(other).caller()).isEmpty();
        assertThat(world.admins.check(root.email(), NEW).admin()).isPresent();
        assertThat(world.admins.check(root.email(), PASSWORD).admin()).isEmpty();
        assertThat(world.ownSecurity(browser).account().first()).isEmpty();
    }

    @Test
    void withoutThePresentPasswordNothingIsChanged() {
        assertThat(change("not it at all", NEW)).isEqualTo(new SecurityOutcome.WrongPassword());

        assertThat(world.admins.check(root.email(), PASSWORD).admin()).isPresent();
        assertThat(world.current(other).caller()).isPresent();
    }

    @Test
    void aPasswordThatIsNotTakenIsSaidWhyAndTheOldOneIsNoNewOne() {
        assertThat(change(PASSWORD, "password1234"))
                .isEqualTo(new SecurityOutcome.Flawed(PasswordFlaw.COMMON));
        assertThat(change(PASSWORD, PASSWORD))
                .isEqualTo(new SecurityOutcome.Flawed(PasswordFlaw.UNCHANGED));
        assertThat(world.ownSecurity(browser).account().first()).contains(FirstThing.PASSWORD);
    }

    @Test
    @Tag("fault-27")
    void guessingAtThePasswordFromAnOpenSessionIsSlowed() {
        for (int i = 0; i < 5; i++) {
            change("guess number " + i, NEW);
        }
        assertThat(change(PASSWORD, NEW)).isInstanceOf(SecurityOutcome.TooMany.class);
    }

    @Test
    void theTrailHoldsWhatWasTriedAndNoPassword() throws SQLException {
        change("not it at all", NEW);
        change(PASSWORD, NEW);

        assertThat(DATABASE.rows("SELECT action, target, result FROM eb_audit ORDER BY id"))
                .containsExactly(
                        "account.password||asked",
                        "account.password||refused",
                        "account.password||asked",
                        "account.password||ok");
    }

    @Test
    void aSecondFactorIsSetUpWithThePasswordAndACode() {
        SecurityOutcome.Begun begun = begin();
        assertThat(begun.address())
                .startsWith("otpauth://totp/eazyBackup:root%40x.example?secret=" + begun.secret());
        assertThat(world.factors.has(root.id())).isFalse();
        assertThat(security().confirmFactor("000000")).isEqualTo(new SecurityOutcome.WrongCode());
        String before = browser.sessionId();

        SecurityOutcome done = security().confirmFactor(code(begun.secret()));

        assertThat(done)
                .isInstanceOfSatisfying(
                        SecurityOutcome.Codes.class,
                        codes -> assertThat(codes.codes()).hasSize(10));
        assertThat(browser.sessionId()).isNotEqualTo(before);
        assertThat(world.current(other).caller()).isEmpty();
        OwnAccount account = security().account();
        assertThat(account.factor()).isTrue();
        assertThat(account.recoveryLeft()).isEqualTo(10);
    }

    @Test
    void theCodeThatSetItUpDoesNotSignIn() {
        SecurityOutcome.Begun begun = begin();
        String code = code(begun.secret());
        security().confirmFactor(code);

        AdminTable.Row row = world.adminTable.read(root.id()).orElseThrow();
        assertThat(world.factors.check(row, code)).isEqualTo(SecondFactors.Check.WRONG);
    }

    @Test
    void settingUpWithoutThePasswordOrWithoutABeginningDoesNothing() {
        assertThat(security().beginFactor("wrong wrong wrong", ""))
                .isEqualTo(new SecurityOutcome.WrongPassword());
        assertThat(security().confirmFactor("123456"))
                .isEqualTo(new SecurityOutcome.NothingBegun());
        begin();
        clock.forward(Duration.ofMinutes(15));
        assertThat(security().confirmFactor("123456"))
                .isEqualTo(new SecurityOutcome.NothingBegun());
    }

    @Test
    void renewingAndTurningOffNeedThePasswordAndACode() {
        String secret = factor();
        clock.forward(Duration.ofMinutes(1));

        assertThat(security().beginFactor(PASSWORD, "000000"))
                .isEqualTo(new SecurityOutcome.WrongCode());
        assertThat(security().renewRecovery(PASSWORD, "000000"))
                .isEqualTo(new SecurityOutcome.WrongCode());
        assertThat(security().removeFactor(PASSWORD, "000000"))
                .isEqualTo(new SecurityOutcome.WrongCode());
        assertThat(security().removeFactor("wrong wrong wrong", code(secret)))
                .isEqualTo(new SecurityOutcome.WrongPassword());
        assertThat(world.factors.has(root.id())).isTrue();

        assertThat(security().renewRecovery(PASSWORD, code(secret)))
                .isInstanceOf(SecurityOutcome.Codes.class);
        clock.forward(Duration.ofMinutes(1));
        assertThat(security().removeFactor(PASSWORD, code(secret)))
                .isEqualTo(new SecurityOutcome.Done());
        assertThat(world.factors.has(root.id())).isFalse();
        assertThat(world.factors.recoveryLeft(root.id())).isZero();
    }

    @Test
    void renewedRecoveryCodesTakeTheFormerOnesPlace() {
        SecurityOutcome.Begun begun = begin();
        List<String> former =
                ((SecurityOutcome.Codes) security().confirmFactor(code(begun.secret()))).codes();
        clock.forward(Duration.ofMinutes(1));

        security().renewRecovery(PASSWORD, code(begun.secret()));

        AdminTable.Row row = world.adminTable.read(root.id()).orElseThrow();
        assertThat(world.factors.check(row, former.get(0))).isEqualTo(SecondFactors.Check.WRONG);
    }

    @Test
    void withoutAKeyTheOperatorIsAskedForOne() {
        world = new AccessWorld(DATABASE, clock);

        assertThat(security().account().factorPossible()).isFalse();
        assertThat(security().beginFactor(PASSWORD, "")).isEqualTo(new SecurityOutcome.NoKey());
    }

    @Test
    void whereTheFactorIsRequiredItComesBeforeAnythingElse() {
        world =
                new AccessWorld(
                        DATABASE, clock, "EB_SECRET_KEY", KEY, "EB_ADMIN_TOTP_REQUIRED", "1");
        enter(browser);

        change(PASSWORD, NEW);
        assertThat(security().account().first()).contains(FirstThing.SECOND_FACTOR);
        assertThatThrownBy(() -> world.door(browser).enter(Action.SEE_INTAKE))
                .isInstanceOf(AccessRefused.class);
        SecurityOutcome.Begun begun = (SecurityOutcome.Begun) security().beginFactor(NEW, "");
        security().confirmFactor(code(begun.secret()));

        assertThat(security().account().first()).isEmpty();
        world.door(browser).enter(Action.SEE_INTAKE);
    }

    @Test
    void aCustomersPasswordIsNoneOfOurs() {
        FakeRequest customer = new FakeRequest("198.51.100.9");
        world.in(
                customer,
                Person.customer(root.id(), "iris@x.example", "Iris"),
                new ClientSummary(new ClientId(103), "Quill", Duty.OWNER));

        assertThatThrownBy(() -> world.ownSecurity(customer).changePassword(PASSWORD, NEW))
                .isInstanceOf(AccessRefused.class);
        assertThat(world.admins.check(root.email(), PASSWORD).admin()).isPresent();
    }

    private void enter(FakeRequest from) {
        Caller caller = world.in(from, root);
        CallerSession.change(
                from.asRequest(), caller.with(world.firstThings.limit(root, caller.pass())));
    }

    private OwnSecurity security() {
        return world.ownSecurity(browser);
    }

    private SecurityOutcome change(String current, String wanted) {
        return security().changePassword(current, wanted);
    }

    private SecurityOutcome.Begun begin() {
        return (SecurityOutcome.Begun) security().beginFactor(PASSWORD, "");
    }

    private String factor() {
        SecurityOutcome.Begun begun = begin();
        security().confirmFactor(code(begun.secret()));
        return begun.secret();
    }

    private String code(String secret) {
        return TimedCodes.code(secret, clock.instant().getEpochSecond() / 30);
    }
}
