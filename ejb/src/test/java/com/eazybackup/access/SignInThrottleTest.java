package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fault-27")
class SignInThrottleTest {

    private static final CallerAddress HERE = CallerAddress.of("198.51.100.7");
    private static final CallerAddress ELSEWHERE = CallerAddress.of("203.0.113.9");

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void twentyWrongPasswordsOnOneAccountTakeMoreThanHalfAnHour() {
        Instant begun = clock.instant();
        for (int i = 0; i < 20; i++) {
            failAsSoonAsPossible("dana@x.example", HERE);
        }
        assertThat(Duration.between(begun, clock.instant())).isGreaterThan(Duration.ofMinutes(30));
    }

    @Test
    void theWaitDoublesFromASecondUpToFiveMinutes() {
        fail("dana@x.example", HERE, 5);
        assertThat(throttle.attempt("dana@x.example", HERE).retryAfter())
                .isEqualTo(Duration.ofSeconds(1));
        for (long expected : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            Duration wait = throttle.attempt("dana@x.example", HERE).retryAfter();
            assertThat(wait).isEqualTo(Duration.ofSeconds(expected));
            clock.forward(wait);
            assertThat(throttle.attempt("dana@x.example", HERE).go()).isTrue();
        }
    }

    @Test
    void whoWaitsIsNotMadeToWaitLongerByTrying() {
        fail("dana@x.example", HERE, 8);
        Duration wait = throttle.attempt("dana@x.example", HERE).retryAfter();
        for (int i = 0; i < 100; i++) {
            throttle.attempt("dana@x.example", HERE);
        }
        assertThat(throttle.attempt("dana@x.example", HERE).retryAfter()).isEqualTo(wait);
    }

    @Test
    void anAttackerElsewhereCostsTheOwnerNothing() {
        fail("dana@x.example", ELSEWHERE, 1000);
        assertThat(throttle.attempt("dana@x.example", HERE).go()).isTrue();
    }

    @Test
    void spellingsOfAnAddressAreOneAccount() {
        Stream.of(
                        "dana@x.example",
                        "DANA@X.EXAMPLE",
                        " dana@x.example ",
                        "dáná@x.example",
                        "ｄana@x.example")
                .forEach(spelling -> fail(spelling, HERE, 1));
        assertThat(throttle.attempt("Dana@x.example", HERE).go()).isFalse();
    }

    @Test
    void onePasswordOnAThousandAccountsIsSlowedByItsAddress() {
        Instant begun = clock.instant();
        for (int i = 0; i < 1000; i++) {
            failAsSoonAsPossible("victim" + i + "@x.example", HERE);
        }
        assertThat(Duration.between(begun, clock.instant())).isGreaterThan(Duration.ofHours(15));
        assertThat(throttle.attempt("victim1@x.example", ELSEWHERE).go()).isTrue();
    }

    @Test
    void aRightPasswordForgetsTheAccountsFailuresButNotTheAddresss() {
        fail("dana@x.example", HERE, 4);
        assertThat(throttle.attempt("dana@x.example", HERE).go()).isTrue();
        throttle.succeeded("dana@x.example", HERE);
        fail("dana@x.example", HERE, 5);

        SignInThrottle other = new SignInThrottle(clock);
        for (int i = 0; i < 60; i++) { // an attacker's own account between each two guesses
            other.attempt("victim" + i + "@x.example", HERE);
            if (other.attempt("own@x.example", HERE).go()) {
                other.succeeded("own@x.example", HERE);
            }
        }
        assertThat(other.attempt("victim99@x.example", HERE).go()).isFalse();
    }

    @Test
    void anOfficeThatSignsInAtNineIsNotSlowed() {
        for (int i = 0; i < 500; i++) {
            String person = "person" + i + "@x.example";
            assertThat(throttle.attempt(person, HERE).go()).isTrue();
            throttle.succeeded(person, HERE);
        }
    }

    @Test
    void whatWasNobodysFaultDoesNotCount() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.attempt("dana@x.example", HERE).go()).isTrue();
            throttle.takeBack("dana@x.example", HERE);
        }
    }

    @Test
    void afterAQuietHourItStartsAnew() {
        fail("dana@x.example", HERE, 20);
        clock.forward(Duration.ofHours(1).plusSeconds(1));
        fail("dana@x.example", HERE, 5);
        assertThat(throttle.attempt("dana@x.example", HERE).retryAfter())
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aBurstInParallelCountsInFull() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Callable<Boolean> attempt = () -> throttle.attempt("dana@x.example", HERE).go();
            long through = 0;
            for (Future<Boolean> one :
                    threads.invokeAll(Stream.generate(() -> attempt).limit(200).toList())) {
                through += one.get() ? 1 : 0;
            }
            assertThat(through).isEqualTo(5);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFloodIsNewsOnceForEachAttemptThatWasChecked() {
        fail("dana@x.example", HERE, 5);
        assertThat(throttle.attempt("dana@x.example", HERE).news()).isTrue();
        for (int i = 0; i < 50; i++) {
            assertThat(throttle.attempt("dana@x.example", HERE).news()).isFalse();
        }
    }

    @Test
    void theMemoryIsBounded() {
        Tally tally =
                new Tally(new Tally.Policy(1, Duration.ofMinutes(1), Duration.ofHours(1), 100));
        for (int i = 0; i < 10_000; i++) {
            tally.count("key" + i, clock.instant());
        }
        assertThat(tally.size()).isEqualTo(100);
        assertThat(tally.wait("key9999", clock.instant())).isPositive();
    }

    private void fail(String email, CallerAddress address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.attempt(email, address);
        }
    }

    private void failAsSoonAsPossible(String email, CallerAddress address) {
        SignInThrottle.Verdict verdict = throttle.attempt(email, address);
        if (!verdict.go()) {
            clock.forward(verdict.retryAfter());
            assertThat(throttle.attempt(email, address).go()).isTrue();
        }
    }
}
