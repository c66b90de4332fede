package com.eazybackup.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.monitor.Shift.Times;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShiftTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final List<String> turns = new CopyOnWriteArrayList<>();
    private CountDownLatch held = new CountDownLatch(0);
    private Throwable trouble;
    private final Shift<String> shift =
            new Shift<>(
                    "The work failed",
                    clock,
                    nanos::get,
                    new Times(Duration.ofMinutes(1), FIVE_MINUTES, Duration.ZERO),
                    this::turn);
    private final Thread thread = new Thread(shift, "shift-under-test");

    private void turn(Optional<String> asked) throws InterruptedException {
        turns.add(asked.orElse("by the clock"));
        held.await();
        if (trouble instanceof Error error) {
            throw error;
        }
        if (trouble instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void goBy(Duration time) {
        clock.forward(time);
        nanos.addAndGet(time.toNanos());
    }

    @AfterEach
    void end() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    @Test
    void theFirstTurnComesAfterAMinuteAndThenOneEachInterval() throws Exception {
        thread.start();
        goBy(Duration.ofSeconds(60));
        Until.holds("the first", () -> turns.size() == 1);
        assertThat(shift.next()).isEqualTo(clock.instant().plus(FIVE_MINUTES));
        goBy(FIVE_MINUTES);
        Until.holds("the second", () -> turns.size() == 2);
    }

    @Test
    void turnsThatWereMissedAreCaughtUpOnce() throws Exception {
        held = new CountDownLatch(1);
        thread.start();
        goBy(Duration.ofSeconds(60));
        Until.holds("the first", () -> turns.size() == 1);
        goBy(Duration.ofHours(3));
        held.countDown();
        Until.holds("the second", () -> turns.size() == 2);
        assertThat(shift.next()).isEqualTo(clock.instant().plus(FIVE_MINUTES));
    }

    @Test
    void whatIsAskedForIsDoneAtOnceButNotWhileATurnIsUnderWay() throws Exception {
        held = new CountDownLatch(1);
        thread.start();
        assertThat(shift.ask("please")).isTrue();
        Until.holds("it has begun", () -> turns.contains("please"));
        assertThat(shift.ask("me too")).isFalse();
        shift.askSoon("afterwards");
        shift.askSoon("twice");
        held.countDown();
        Until.holds("the other one", () -> turns.contains("afterwards"));
        assertThat(turns).containsExactly("please", "afterwards");
    }

    @Test
    void aClockThatIsSetBackHoldsNoTurnUp() throws Exception {
        thread.start();
        clock.forward(Duration.ofHours(-3));
        nanos.addAndGet(Duration.ofSeconds(60).toNanos());
        Until.holds("the first", () -> turns.size() == 1);
        assertThat(shift.next()).isEqualTo(clock.instant().plus(FIVE_MINUTES));
    }

    @Test
    void anErrorEndsOneTurnAndNotTheNext() throws Exception {
        trouble = new NoClassDefFoundError("of this turn");
        thread.start();
        shift.ask("first");
        Until.holds("it has begun", () -> turns.size() == 1);
        Until.holds("the next one is taken", () -> shift.ask("second"));
        Until.holds("it has begun", () -> turns.size() == 2);
    }

    @Test
    void troubleEndsOneTurnAndNotTheNext() throws Exception {
        trouble = new IllegalStateException("of this turn");
        thread.start();
        shift.ask("first");
        Until.holds("it has begun", () -> turns.size() == 1);
        Until.holds("the next one is taken", () -> shift.ask("second"));
        Until.holds("it has begun", () -> turns.size() == 2);
    }

    @Test
    void turnsAreNotAllAtTheSameMoment() {
        List<Instant> beginnings =
                IntStream.range(0, 50)
                        .mapToObj(
                                i ->
                                        new Shift<String>(
                                                        "x",
                                                        clock,
                                                        nanos::get,
                                                        new Times(
                                                                Duration.ofMinutes(1),
                                                                FIVE_MINUTES,
                                                                Duration.ofSeconds(15)),
                                                        asked -> {})
                                                .next())
                        .distinct()
                        .toList();
        assertThat(beginnings).hasSizeGreaterThan(10);
        assertThat(beginnings)
                .allSatisfy(
                        at ->
                                assertThat(Duration.between(clock.instant(), at))
                                        .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(75)));
    }
}
