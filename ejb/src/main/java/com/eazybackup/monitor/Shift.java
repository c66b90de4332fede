package com.eazybackup.monitor;

import com.eazybackup.platform.OutageLog;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Something that is done for one Comet Server again and again, and when somebody asks for it: one
 * at a time, on a thread of its own, so that a server that does not answer keeps no other waiting.
 *
 * <p>The pause between turns does not depend on the clock's being set. A turn that has become due
 * while another one took long is done right after it, once.
 *
 * @param <O> what may be asked for
 */
final class Shift<O> implements Runnable {

    private static final Logger LOG = System.getLogger(Shift.class.getName());
    private static final long TICK_MS = 250;
    private static final int MOST_WAITING = 3;

    /** Does it. */
    interface Work<O> {

        /**
         * @param asked empty when it is time
         */
        void turn(Optional<O> asked) throws InterruptedException;
    }

    /**
     * When it is time.
     *
     * @param first after the start
     * @param jitter at most so much later, so that servers and nodes do not all ask at once
     */
    record Times(Duration first, Duration every, Duration jitter) {}

    private final Clock clock;
    private final Times times;
    private final Work<O> work;
    private final OutageLog trouble;
    private final Random random = new Random();
    private final BlockingQueue<O> asked = new LinkedBlockingQueue<>(MOST_WAITING);
    private final LongSupplier nanos;
    private volatile long due;
    private volatile boolean busy;

    /**
     * @param what for the log, a sentence without its full stop
     */
    Shift(String what, Clock clock, Times times, Work<O> work) {
        this(what, clock, System::nanoTime, times, work);
    }

    /**
     * @param nanos what the pause is measured with
     */
    Shift(String what, Clock clock, LongSupplier nanos, Times times, Work<O> work) {
        this.nanos = nanos;
        this.clock = clock;
        this.times = times;
        this.work = work;
        this.trouble = new OutageLog(LOG, what);
        this.due = later(times.first());
    }

    /**
     * @return false while a turn is under way or others wait
     */
    boolean ask(O order) {
        return !busy && asked.offer(order);
    }

    /** The same, after what is under way. */
    void askSoon(O order) {
        if (asked.isEmpty()) {
            asked.offer(order);
        }
    }

    Instant next() {
        return clock.instant().plusNanos(due - nanos.getAsLong());
    }

    /** Works until it is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                O order = asked.poll(TICK_MS, TimeUnit.MILLISECONDS);
                if (order != null) {
                    turn(Optional.of(order));
                } else if (nanos.getAsLong() - due >= 0) {
                    due = later(times.every());
                    turn(Optional.empty());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(Optional<O> order) throws InterruptedException {
        busy = true;
        try {
            work.turn(order);
            trouble.well();
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            // The outermost loop of this thread: without it nobody would look any more.
            trouble.failed(e);
        } finally {
            busy = false;
        }
    }

    private long later(Duration by) {
        long jitter = times.jitter().toMillis();
        Duration pause = by.plusMillis(jitter > 0 ? random.nextLong(jitter) : 0);
        return nanos.getAsLong() + pause.toNanos();
    }
}
