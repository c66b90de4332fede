package com.eazybackup.benchmark;

import com.eazybackup.simulator.comet.Flood;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** When each event of one flood was sent. Numbers outside of the flood are none of its business. */
final class FloodLog implements Flood.Sent {

    private static final String MARK = "-4f1d-8f1d-";

    private final long first;
    private final int pairs;
    private final AtomicLongArray times;
    private volatile long firstSent;

    FloodLog(long first, int pairs) {
        this.first = first;
        this.pairs = pairs;
        this.times = new AtomicLongArray(pairs * 2);
    }

    @Override
    public void event(long number, boolean ended) {
        long now = System.nanoTime();
        if (firstSent == 0) {
            firstSent = now;
        }
        times.set(index(number, ended), now);
    }

    /** When the first of all was sent, as {@link System#nanoTime} tells time. */
    long firstSent() {
        return firstSent;
    }

    int events() {
        return pairs * 2;
    }

    boolean has(long number) {
        return number >= first && number < first + pairs;
    }

    long since(long number, boolean ended, long now) {
        return now - times.get(index(number, ended));
    }

    int index(long number, boolean ended) {
        return (int) (number - first) * 2 + (ended ? 1 : 0);
    }

    /**
     * @return the GUID of the numbered job that a text is about
     */
    static Optional<String> idIn(String text) {
        int at = text.indexOf(MARK);
        return at < 0 ? Optional.empty() : Optional.of(text.substring(at - 13, at + 23));
    }

    /**
     * @return the number of the numbered job that a text is about
     */
    static OptionalLong numberIn(String text) {
        int at = text.indexOf(MARK);
        int from = at + MARK.length();
        return at < 0
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(text, from, from + 12, 16));
    }
}
