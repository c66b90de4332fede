package com.eazybackup.batch;

import java.util.Locale;

/** How a run stands. */
enum Outcome {
    RUNNING,
    COMPLETED,
    /** Completed, but for what an operator must confirm. */
    SUSPICIOUS,
    FAILED,
    STOPPED,
    /** It did not begin, because it was not needed. */
    SKIPPED;

    static Outcome of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @return whether it can be gone on with from its checkpoint
     */
    boolean restartable() {
        return this == FAILED || this == STOPPED;
    }
}
