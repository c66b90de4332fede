package com.eazybackup.ingest;

import java.time.Duration;

/**
 * Holds frames back while a catch-up reads what happened before them, so that what they say is
 * applied last. Opens by itself after a while: a server whose lists are slow still has a live
 * stream, and rows are guarded against what comes late.
 */
final class Gate {

    private final long longest;
    private volatile long openAt = System.nanoTime();

    Gate(Duration longest) {
        this.longest = longest.toNanos();
    }

    void close() {
        openAt = System.nanoTime() + longest;
    }

    void open() {
        openAt = System.nanoTime();
    }

    boolean closed() {
        return openAt - System.nanoTime() > 0;
    }
}
