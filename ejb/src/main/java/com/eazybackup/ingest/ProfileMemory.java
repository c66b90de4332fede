package com.eazybackup.ingest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When each user's profile was last told by an event. A list that was asked for before that may be
 * older than the event, however late it arrives: the event holds. Forgets the users that were not
 * heard of for the longest time.
 */
final class ProfileMemory {

    private static final int REMEMBERED = 100_000;

    private final Map<String, Long> heard =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /**
     * @param username as Comet spells it
     * @return whether these are to be written
     */
    boolean holds(String username, News.Profile news) {
        if (news.told()) {
            heard.put(username, news.heard());
            return true;
        }
        Long told = heard.get(username);
        return told == null || told < news.heard();
    }
}
