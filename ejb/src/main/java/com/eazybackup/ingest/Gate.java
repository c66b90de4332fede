package com.eazybackup.ingest;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds frames back while a catch-up reads what happened before them, so that what they say is
 * applied last. Opens by itself after a while: a server whose lists are slow still has a live
 * stream, and rows are guarded against what comes late.
 */
final class Gate {

    private final long longest;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private long openAt = System.nanoTime();

    Gate(Duration longest) {
        this.longest = longest.toNanos();
    }

    void close() {
        openAt(longest);
    }

    void open() {
        openAt(0);
    }

    boolean closed() {
        lock.lock();
        try {
            return openAt - System.nanoTime() > 0;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until it is open, but not longer than that.
     *
     * @return whether it is open
     */
    boolean opensWithin(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long end = System.nanoTime() + patience.toNanos();
            long now = System.nanoTime();
            while (openAt - now > 0 && end - now > 0) {
                moved.awaitNanos(Math.min(openAt - now, end - now));
                now = System.nanoTime();
            }
            return openAt - now <= 0;
        } finally {
            lock.unlock();
        }
    }

    private void openAt(long fromNow) {
        lock.lock();
        try {
            openAt = System.nanoTime() + fromNow;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
