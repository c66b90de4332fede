package com.eazybackup.comet;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** One call on its way through a {@link CometPolicy}: holds a place until it is left. */
final class Turn {

    private final CometPolicy policy;
    private final CallKind kind;
    private final long begun = System.nanoTime();
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicBoolean left = new AtomicBoolean();

    Turn(CometPolicy policy, CallKind kind) {
        this.policy = policy;
        this.kind = kind;
    }

    /**
     * @return for the head of the answer, and for each pause in its body
     */
    Duration limit() {
        return policy.limit(kind);
    }

    /** The answer was what it should be, as far as it can be seen at its beginning. */
    void succeeded() {
        if (told.compareAndSet(false, true)) {
            policy.succeeded(took());
        }
    }

    /**
     * @return the same, to be thrown
     */
    CometException failed(CometException trouble) {
        if (told.compareAndSet(false, true)) {
            policy.failed(kind, trouble, took());
        } else {
            policy.brokeOff(trouble, took());
        }
        return trouble;
    }

    void leave() {
        if (!left.compareAndSet(false, true)) {
            return;
        }
        if (told.compareAndSet(false, true)) {
            policy.cameToNothing();
        }
        policy.leave(kind);
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
