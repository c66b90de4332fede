package com.eazybackup.ingest;

import com.eazybackup.ingest.News.Spot;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last thing that was said about each device's connection, so that what was said before it is
 * recognised when it arrives late, and so that a device whose profile comes after its connection
 * begins as connected. Forgets the spots that were not heard of for the longest time, and what was
 * heard in a future that a corrected clock of ours has taken back.
 */
final class PresenceMemory {

    private static final int REMEMBERED = 100_000;

    /** One statement; {@code heard} is when it came or, of a list, when it was asked for. */
    private record Told(boolean online, long at, Instant heard) {}

    private final Clock clock;
    private final Map<Spot, Told> last =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Spot, Told> eldest) {
                    return size() > REMEMBERED;
                }
            };

    PresenceMemory(Clock clock) {
        this.clock = clock;
    }

    private Told known(Spot spot) {
        Told told = last.get(spot);
        return told == null || told.heard().isAfter(clock.instant()) ? null : told;
    }

    /**
     * An event says so.
     *
     * @return whether this is newer than what was known
     */
    boolean note(News.Presence news) {
        Told before = known(news.spot());
        if (before != null && (before.heard().isAfter(news.heard()) || before.at() > news.at())) {
            return false;
        }
        last.put(news.spot(), new Told(news.online(), news.at(), news.heard()));
        return true;
    }

    /**
     * A list says so. Any event that is heard after it is newer, whatever the server's clock.
     *
     * @param began when the list was asked for
     * @return false when an event has come since, which knows better
     */
    boolean settle(Spot spot, boolean online, Instant began) {
        Told before = known(spot);
        if (before != null && !before.heard().isBefore(began) && before.at() > 0) {
            return false;
        }
        last.put(spot, new Told(online, 0, began));
        return true;
    }

    boolean online(Spot spot) {
        Told told = last.get(spot);
        return told != null && told.online();
    }
}
