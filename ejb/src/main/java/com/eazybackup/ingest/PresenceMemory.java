package com.eazybackup.ingest;

import com.eazybackup.ingest.News.Spot;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last thing that was said about each device's connection, so that what was said before it is
 * recognised when it arrives late, and so that a device whose profile comes after its connection
 * begins as connected. Forgets the spots that were not heard of for the longest time.
 */
final class PresenceMemory {

    private static final int REMEMBERED = 100_000;

    /** One statement. */
    private record Told(boolean online, long at) {}

    private final Map<Spot, Told> last =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Spot, Told> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /**
     * @return whether this is newer than what was known
     */
    boolean note(Spot spot, boolean online, long at) {
        Told before = last.get(spot);
        if (before != null && before.at() > at) {
            return false;
        }
        last.put(spot, new Told(online, at));
        return true;
    }

    /** A list says so. Any event that is read after it is newer, whatever the server's clock. */
    void settle(Spot spot, boolean online) {
        last.put(spot, new Told(online, 0));
    }

    boolean online(Spot spot) {
        Told told = last.get(spot);
        return told != null && told.online();
    }
}
