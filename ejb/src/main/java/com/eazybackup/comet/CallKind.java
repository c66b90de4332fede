package com.eazybackup.comet;

import java.time.Duration;

/** What a call costs the server, which decides how long it may take and how many run at a time. */
public enum CallKind {
    /** Answered from the server's own memory. */
    PLAIN(Duration.ofSeconds(30), 16, Duration.ofSeconds(5)),
    /** Everything there is of something; read while it comes. */
    LIST(Duration.ofMinutes(2), 4, Duration.ofMinutes(2)),
    /** Finds out what an error means; has places of its own, so that no error waits for lists. */
    CHECK(Duration.ofSeconds(30), 4, Duration.ofSeconds(1)),
    /** Handed to a device, which takes it or not. */
    DEVICE(Duration.ofSeconds(30), 16, Duration.ofSeconds(5)),
    /** Waits for a device to look something up: an index of a large vault takes minutes. */
    BROWSE(Duration.ofMinutes(10), 12, Duration.ofSeconds(5)),
    /** A file; its first byte may have to be built. */
    FILE(Duration.ofMinutes(2), 6, Duration.ofSeconds(5));

    private final Duration limit;
    private final int atATime;
    private final Duration queue;

    CallKind(Duration limit, int atATime, Duration queue) {
        this.limit = limit;
        this.atATime = atATime;
        this.queue = queue;
    }

    /**
     * @return for the head of the answer, and for each pause in its body
     */
    Duration limit() {
        return limit;
    }

    /**
     * @return how many of this kind one server is asked at a time
     */
    int atATime() {
        return atATime;
    }

    /**
     * @return how long one more waits for its turn
     */
    Duration queue() {
        return queue;
    }
}
