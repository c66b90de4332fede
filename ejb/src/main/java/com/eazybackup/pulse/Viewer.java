package com.eazybackup.pulse;

import com.eazybackup.whmcs.ClientId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/**
 * One open stream: the queue between the hub, which only ever adds, and the connection, which takes
 * when it can write.
 *
 * <p>Nothing is given out before the viewer has its beginning: a snapshot, or what it missed. What
 * arrives in the meantime waits, and what the beginning already covers is dropped. A viewer that
 * does not keep up is closed, never waited for; it comes back with the last id that it has seen.
 */
public final class Viewer {

    /** About a megabyte of references to shared bytes at worst; two seconds of a busy fleet. */
    static final int CAPACITY = 2_000;

    private static final int TAKEN_AT_ONCE = 64 * 1024;

    private final ClientId client;
    private final String session;
    private final Runnable wake;

    private final Deque<PulseMessage> pending = new ArrayDeque<>();
    private byte[] beginning;
    private long coveredUpTo;
    private boolean begun;
    private boolean closed;
    private boolean beat;
    private long stalledSince = NOT_STALLED;

    private static final long NOT_STALLED = -1;

    /**
     * @param session whose end is this viewer's end
     * @param wake called when there is something to take or the viewer was closed; must not block
     */
    Viewer(ClientId client, String session, Runnable wake) {
        this.client = client;
        this.session = session;
        this.wake = wake;
    }

    public ClientId client() {
        return client;
    }

    String session() {
        return session;
    }

    void wake() {
        wake.run();
    }

    /** Gives the beginning; from now on messages after {@code upTo} go out. */
    synchronized void begin(byte[] first, long upTo) {
        beginning = first.length == 0 ? null : first;
        coveredUpTo = upTo;
        pending.removeIf(message -> message.id() <= upTo);
        begun = true;
    }

    /** Begins with messages, which may be none. They count against no capacity. */
    void begin(Collection<PulseMessage> missed, long upTo) {
        begin(concatenated(missed), upTo);
    }

    /**
     * @return false when this viewer did not keep up and was closed for it; true also when it has
     *     left by itself
     */
    synchronized boolean offer(PulseMessage message) {
        if (closed || (begun && message.id() <= coveredUpTo)) {
            return true;
        }
        if (pending.size() >= CAPACITY) {
            close();
            return false;
        }
        pending.addLast(message);
        return true;
    }

    /**
     * Asks for a sign of life to be written, unless something else waits anyway.
     *
     * @return whether the viewer has not taken what waits for it since {@code limitMillis}
     */
    synchronized boolean beat(long nowMillis, long limitMillis) {
        if (closed || !begun) {
            return false;
        }
        boolean waiting = beat || beginning != null || !pending.isEmpty();
        if (!waiting) {
            beat = true;
            return false;
        }
        if (stalledSince == NOT_STALLED) {
            stalledSince = nowMillis;
        }
        return stalledSince <= limitMillis;
    }

    /**
     * @return bytes to write, or null when there is nothing now. The array may be shared: it must
     *     not be changed
     */
    public synchronized byte[] take() {
        if (closed || !begun) {
            return null;
        }
        stalledSince = NOT_STALLED;
        if (beginning != null) {
            byte[] first = beginning;
            beginning = null;
            return first;
        }
        if (pending.isEmpty()) {
            return takeBeat();
        }
        beat = false;
        return takePending();
    }

    private byte[] takeBeat() {
        if (!beat) {
            return null;
        }
        beat = false;
        return PulseHub.SIGN_OF_LIFE;
    }

    private byte[] takePending() {
        PulseMessage first = pending.removeFirst();
        if (pending.isEmpty()) {
            return first.bytes();
        }
        Deque<PulseMessage> taken = new ArrayDeque<>();
        taken.add(first);
        int length = first.bytes().length;
        while (!pending.isEmpty() && length + pending.peekFirst().bytes().length <= TAKEN_AT_ONCE) {
            PulseMessage next = pending.removeFirst();
            taken.add(next);
            length += next.bytes().length;
        }
        return concatenated(taken);
    }

    private static byte[] concatenated(Collection<PulseMessage> messages) {
        int length = messages.stream().mapToInt(message -> message.bytes().length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (PulseMessage message : messages) {
            System.arraycopy(message.bytes(), 0, all, at, message.bytes().length);
            at += message.bytes().length;
        }
        return all;
    }

    synchronized void close() {
        closed = true;
        pending.clear();
        beginning = null;
    }

    /**
     * @return whether the stream must end; the browser comes back if it may
     */
    public synchronized boolean closed() {
        return closed;
    }
}
