package com.eazybackup.testing;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for something that another thread does, and fails when it does not. */
public final class Until {

    /** So long only a failure lasts: what is promised in seconds may take a busy machine many. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

    /** May throw, as questions to a database do. */
    public interface Condition {
        boolean holds() throws Exception;
    }

    /** May throw an assertion, which is tried again. */
    public interface Assertion {
        void check() throws Exception;
    }

    private Until() {}

    public static void holds(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                fail("It did not come about: " + what);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Repeats the assertion until it passes; its last failure is the test's. */
    public static void passes(Assertion assertion) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                assertion.check();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
