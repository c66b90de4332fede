package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.platform.SecretBox;
import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.FakeRequest;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import com.eazybackup.testing.TestSettings;
import com.eazybackup.whmcs.TestWhmcs;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SecondStepTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String ROOT = "root@x.example";
    private static final String PASSWORD = "wren oyster quarry";
    private static final String HASH = PasswordHash.of(PASSWORD);
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static TestPersistence persistence;

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final AccessWorld world = new AccessWorld(DATABASE, clock, "EB_SECRET_KEY", KEY);
    private final FakeRequest browser = new FakeRequest("198.51.100.7");
    private final String secret = TimedCodes.newSecret();
    private SignInDoor door;
    private SecondStep step;
    private List<String> recovery;

    @BeforeAll
    static void open() throws Exception {
        TestPersistence.fillWhmcs(DATABASE);
        persistence = TestPersistence.on(DATABASE);
    }

    @AfterAll
    static void close() {
        persistence.close();
    }

    @BeforeEach
    void rootHasASecondFactor() throws SQLException {
        DATABASE.run(
                "DELETE FROM eb_admins",
                "DELETE FROM eb_audit",
                "DELETE FROM eb_sessions",
                "DELETE FROM eb_admin_recovery_codes");
        world.adminTable.add(ROOT, "Root", HASH, Duty.SUPER, clock.instant());
        recovery = world.factors.turnOn(id(), world.factors.seal(id(), secret), code()).get();
        clock.forward(Duration.ofMinutes(2));
        door =
                world.signInDoor(
                        new TestWhmcs(persistence.tables(), URI.create("http://127.0.0.1:9/")));
        step = world.secondStep(door);
    }

    @Test
    void thePasswordAloneOpensNothing() throws SQLException {
        assertThat(signIn(browser)).isEqualTo(new SignInOutcome.CodeWanted());

        assertThat(step.waiting(browser.asRequest())).isTrue();
        assertThat(world.current(browser).caller()).isEmpty();
        assertThat(DATABASE.rows("SELECT id FROM eb_sessions")).isEmpty();
    }

    @Test
    void theCodeLetsInWithANewSessionId() {
        signIn(browser);
        String waiting = browser.sessionId();

        assertThat(step.finish(browser.asRequest(), code()))
                .isInstanceOf(SignInOutcome.Welcome.class);

        assertThat(browser.sessionId()).isNotEqualTo(waiting);
        assertThat(step.waiting(browser.asRequest())).isFalse();
        assertThat(world.current(browser).requireCaller().email()).isEqualTo(ROOT);
    }

    @Test
    @Tag("fault-26")
    void aSessionIdThatSomebodyPlantedDoesNotWaitForTheCode() {
        FakeRequest planted = new FakeRequest("198.51.100.7").withSession();
        String before = planted.sessionId();

        signIn(planted);

        assertThat(planted.sessionId()).isNotEqualTo(before);
    }

    @Test
    void aCodeIsGoodOnce() {
        String code = code();
        signIn(browser);
        step.finish(browser.asRequest(), code);

        FakeRequest other = new FakeRequest("198.51.100.8");
        signIn(other);

        assertThat(step.finish(other.asRequest(), code)).isEqualTo(new SignInOutcome.CodeWrong());
        clock.forward(Duration.ofSeconds(30));
        assertThat(step.finish(other.asRequest(), code()))
                .isInstanceOf(SignInOutcome.Welcome.class);
    }

    @Test
    void anOlderCodeIsNotTakenAfterANewerOne() {
        String older = code();
        clock.forward(Duration.ofSeconds(30));
        signIn(browser);
        step.finish(browser.asRequest(), code());

        FakeRequest other = new FakeRequest("198.51.100.8");
        signIn(other);

        assertThat(step.finish(other.asRequest(), older)).isEqualTo(new SignInOutcome.CodeWrong());
    }

    @Test
    void ofTwentyWhoSendTheSameCodeAtOnceOneComesIn() throws Exception {
        String code = code();
        assertThat(
                        atOnce(
                                20,
                                () ->
                                        world.factors.check(
                                                world.adminTable.read(id()).orElseThrow(), code)))
                .containsOnlyOnce(SecondFactors.Check.RIGHT);
    }

    @Test
    void aRecoveryCodeIsGoodOnceHoweverItIsTyped() {
        signIn(browser);
        String typed = " " + recovery.get(3).toUpperCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(step.finish(browser.asRequest(), typed))
                .isInstanceOf(SignInOutcome.Welcome.class);
        assertThat(world.factors.recoveryLeft(id())).isEqualTo(9);

        FakeRequest other = new FakeRequest("198.51.100.8");
        signIn(other);
        assertThat(step.finish(other.asRequest(), recovery.get(3)))
                .isEqualTo(new SignInOutcome.CodeWrong());
    }

    @Test
    void recoveryCodesAreNotInTheTable() throws SQLException {
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(DATABASE.rows("SELECT hash FROM eb_admin_recovery_codes"))
                .hasSize(10)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        assertThat(DATABASE.rows("SELECT totp_secret FROM eb_admins"))
                .singleElement()
                .asString()
                .startsWith("eb1.")
                .doesNotContain(secret);
    }

    @Test
    @Tag("fault-27")
    void afterFiveWrongCodesThePasswordIsWantedAgain() {
        signIn(browser);

        for (int i = 0; i < 4; i++) {
            assertThat(step.finish(browser.asRequest(), "000000"))
                    .isEqualTo(new SignInOutcome.CodeWrong());
            clock.forward(Duration.ofSeconds(20));
        }

        assertThat(step.finish(browser.asRequest(), "000000"))
                .isEqualTo(new SignInOutcome.StepOver());
        assertThat(step.finish(browser.asRequest(), code()))
                .isEqualTo(new SignInOutcome.StepOver());
    }

    @Test
    void afterFiveMinutesThePasswordIsWantedAgain() {
        signIn(browser);
        clock.forward(Duration.ofMinutes(5));

        assertThat(step.waiting(browser.asRequest())).isFalse();
        assertThat(step.finish(browser.asRequest(), code()))
                .isEqualTo(new SignInOutcome.StepOver());
    }

    @Test
    @Tag("fault-27")
    void wrongCodesCountForTheAccountFromWhereverTheyCome() {
        int looked = 0;
        for (int i = 0; i < 60; i++) {
            FakeRequest one = new FakeRequest("198.51.100." + (100 + i));
            signIn(one);
            looked +=
                    step.finish(one.asRequest(), "000000") instanceof SignInOutcome.CodeWrong
                            ? 1
                            : 0;
        }
        assertThat(looked).isEqualTo(10);

        FakeRequest owner = new FakeRequest("203.0.113.5");
        signIn(owner);
        assertThat(step.finish(owner.asRequest(), code()))
                .isInstanceOf(SignInOutcome.TooMany.class);
        clock.forward(Duration.ofSeconds(2));
        assertThat(step.finish(owner.asRequest(), code()))
                .isInstanceOf(SignInOutcome.Welcome.class);
    }

    @Test
    void whoIsDisabledBetweenTheStepsDoesNotComeIn() throws SQLException {
        signIn(browser);
        DATABASE.run("UPDATE eb_admins SET disabled = 1");

        assertThat(step.finish(browser.asRequest(), code()))
                .isEqualTo(new SignInOutcome.StepOver());
        assertThat(world.current(browser).caller()).isEmpty();
    }

    @Test
    void aPasswordThatIsChangedBetweenTheStepsIsWantedAgain() {
        signIn(browser);
        world.adminTable.setPassword(id(), PasswordHash.of("another one"), clock.instant());

        assertThat(step.finish(browser.asRequest(), code()))
                .isEqualTo(new SignInOutcome.StepOver());
        assertThat(world.current(browser).caller()).isEmpty();
    }

    @Test
    void withoutTheKeyARecoveryCodeIsTheWayIn() {
        AccessWorld keyless = new AccessWorld(DATABASE, clock);
        AdminTable.Row root = keyless.adminTable.read(id()).orElseThrow();

        assertThat(keyless.factors.check(root, code())).isEqualTo(SecondFactors.Check.WRONG);
        assertThat(keyless.factors.check(root, recovery.get(0)))
                .isEqualTo(SecondFactors.Check.RIGHT);
    }

    @Test
    void whatHappensIsInTheTrailWithoutTheCode() throws SQLException {
        signIn(browser);
        step.finish(browser.asRequest(), "123450");
        step.finish(browser.asRequest(), code());

        assertThat(DATABASE.rows("SELECT actor, role, action, result FROM eb_audit ORDER BY id"))
                .containsExactly(
                        ROOT + "|unknown|sign-in|code-wanted",
                        ROOT + "|unknown|sign-in|code-refused",
                        ROOT + "|admin|sign-in|ok");
    }

    /**
     * So that the time of an answer tells next to nothing. The work is counted: how long it takes
     * is the disk's to say, which only the step of a right code is written to.
     */
    @Test
    void aWrongCodeAsksAsMuchAsARightOneWhoseStepIsTaken() throws SQLException {
        AdminTable.Row root = world.adminTable.read(id()).orElseThrow();
        CountedQueries counted = new CountedQueries(DATABASE.source());
        SecondFactors factors =
                new SecondFactors(
                        new AdminTable(counted.source()),
                        new RecoveryCodes(counted.source()),
                        SecretBox.of(TestSettings.with("EB_SECRET_KEY", KEY)),
                        clock);

        int wrong =
                counted.during(
                        () ->
                                assertThat(factors.check(root, "000000"))
                                        .isEqualTo(SecondFactors.Check.WRONG));
        int right =
                counted.during(
                        () ->
                                assertThat(factors.check(root, code()))
                                        .isEqualTo(SecondFactors.Check.RIGHT));

        assertThat(wrong).as("the recovery codes are looked at").isEqualTo(1);
        assertThat(right).as("the same, and the step").isEqualTo(wrong + 1);
    }

    private SignInOutcome signIn(FakeRequest from) {
        return door.signIn(from.asRequest(), ROOT, PASSWORD);
    }

    private int id() {
        return world.adminTable.all().get(0).id();
    }

    private String code() {
        return TimedCodes.code(secret, clock.instant().getEpochSecond() / 30);
    }

    static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<T>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(
                        pool.submit(
                                () -> {
                                    go.await();
                                    return work.call();
                                }));
            }
            go.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : all) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
