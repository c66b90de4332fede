package com.eazybackup.pulse;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The latest messages, without a gap: everything after {@link #floor()} up to {@link #newest()}.
 * Bounded by number and by age. Not thread-safe; the hub guards it.
 */
final class ChangeRing {

    private record Kept(PulseMessage message, long atMillis) {}

    private final Deque<Kept> kept = new ArrayDeque<>();
    private final int capacity;
    private final Duration age;
    private final Clock clock;
    private long floor;
    private long newest;

    ChangeRing(int capacity, Duration age, Clock clock) {
        this.capacity = capacity;
        this.age = age;
        this.clock = clock;
    }

    /** Forgets everything; what comes next follows this id. */
    void restartAt(long id) {
        kept.clear();
        floor = id;
        newest = id;
    }

    /** Says that everything up to this id has been read, whether or not it made a message. */
    void reached(long id) {
        newest = Math.max(newest, id);
    }

    void add(PulseMessage message) {
        long now = clock.millis();
        kept.addLast(new Kept(message, now));
        reached(message.id());
        while (kept.size() > capacity || kept.peekFirst().atMillis() < now - age.toMillis()) {
            floor = kept.removeFirst().message().id();
        }
    }

    long floor() {
        return floor;
    }

    long newest() {
        return newest;
    }

    /**
     * @return whether everything after that id is here
     */
    boolean covers(long id) {
        return id >= floor && id <= newest;
    }

    /**
     * @return what came after that id, oldest first
     */
    List<PulseMessage> after(long id) {
        List<PulseMessage> found = new ArrayList<>();
        var newestFirst = kept.descendingIterator();
        while (newestFirst.hasNext()) {
            PulseMessage message = newestFirst.next().message();
            if (message.id() <= id) {
                break;
            }
            found.add(message);
        }
        Collections.reverse(found);
        return found;
    }
}
