package com.eazybackup.comet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a wait for an answer's body that stopped coming: Java's client knows a limit for the head of
 * an answer only. Counts the time in which somebody waits for the server, not that in which the
 * server waits for a slow reader.
 */
final class StallGuard {

    private static final long NOBODY = 0;

    private final InputStream answer;
    private final long limit;
    private volatile long waitingSince = NOBODY;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private volatile boolean expired;

    StallGuard(InputStream answer, Duration limit) {
        this.answer = answer;
        this.limit = limit.toNanos();
        lookAfter(this.limit);
    }

    /** From now on the server is waited for. */
    void waiting() {
        waitingSince = Math.max(1, System.nanoTime());
    }

    /** It has answered. */
    void served() {
        waitingSince = NOBODY;
    }

    /**
     * @return whether the wait was ended here
     */
    boolean expired() {
        return expired;
    }

    private void lookAfter(long nanos) {
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(this::look);
    }

    private void look() {
        if (!open.get()) {
            return;
        }
        long since = waitingSince;
        long left = since == NOBODY ? limit : limit - (System.nanoTime() - since);
        if (left > 0) {
            lookAfter(left);
            return;
        }
        expired = true;
        close();
    }

    /**
     * @return whether this call closed it; false when it was closed before
     */
    boolean close() {
        if (!open.compareAndSet(true, false)) {
            return false;
        }
        try {
            answer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing an answer of a Comet Server", e);
        }
        return true;
    }
}
