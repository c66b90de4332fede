package com.eazybackup.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** How many there were in each minute of the last hour. */
final class LastHour {

    static final int MINUTES = 60;
    private static final long SECONDS = 60;

    private final Clock clock;
    private final long[] minute = new long[MINUTES];
    private final long[] count = new long[MINUTES];

    LastHour(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(long howMany) {
        long now = now();
        int slot = (int) Math.floorMod(now, (long) MINUTES);
        if (minute[slot] != now) {
            minute[slot] = now;
            count[slot] = 0;
        }
        count[slot] += howMany;
    }

    /**
     * @return the oldest first; the last one is of the minute that has begun
     */
    synchronized List<Long> minutes() {
        long now = now();
        List<Long> found = new ArrayList<>(MINUTES);
        for (long at = now - MINUTES + 1; at <= now; at++) {
            int slot = (int) Math.floorMod(at, (long) MINUTES);
            found.add(minute[slot] == at ? count[slot] : 0);
        }
        return List.copyOf(found);
    }

    private long now() {
        return clock.instant().getEpochSecond() / SECONDS;
    }
}
