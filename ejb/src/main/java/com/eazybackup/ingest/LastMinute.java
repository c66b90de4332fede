package com.eazybackup.ingest;

import java.time.Clock;

/** How many there were within the last minute, and the worst of them. */
final class LastMinute {

    private static final int SECONDS = 60;

    private final Clock clock;
    private final long[] second = new long[SECONDS];
    private final long[] count = new long[SECONDS];
    private final long[] worst = new long[SECONDS];

    LastMinute(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(long howMany, long value) {
        long now = clock.instant().getEpochSecond();
        int slot = (int) Math.floorMod(now, (long) SECONDS);
        if (second[slot] != now) {
            second[slot] = now;
            count[slot] = 0;
            worst[slot] = 0;
        }
        count[slot] += howMany;
        worst[slot] = Math.max(worst[slot], value);
    }

    synchronized long count() {
        long sum = 0;
        for (int slot = 0; slot < SECONDS; slot++) {
            sum += recent(slot) ? count[slot] : 0;
        }
        return sum;
    }

    /**
     * @return 0 when there were none
     */
    synchronized long worst() {
        long worstOfAll = 0;
        for (int slot = 0; slot < SECONDS; slot++) {
            worstOfAll = Math.max(worstOfAll, recent(slot) ? worst[slot] : 0);
        }
        return worstOfAll;
    }

    private boolean recent(int slot) {
        return second[slot] > clock.instant().getEpochSecond() - SECONDS;
    }
}
