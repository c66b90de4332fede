package com.eazybackup.ingest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When each user's profile was last told by an event, so that nothing older turns it back: neither
 * a list that was asked for before, however late it arrives, nor an event that is told too late.
 * Forgets the users that were not heard of for the longest time.
 */
final class ProfileMemory {

    private static final int REMEMBERED = 100_000;

    /** What to do with news of a profile. */
    enum Verdict {
        WRITE,
        /** It is older than what is written. */
        PASS_OVER,
        /** Nobody can tell which one of the same second is the newer: the server is asked, too. */
        WRITE_AND_ASK
    }

    /**
     * @param at when it happened, by the server's clock
     * @param heard by ours
     * @param content tells another profile from the same one told twice
     */
    private record Told(long at, Instant heard, int content) {}

    private final Map<String, Told> last =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /**
     * @param username as Comet spells it
     */
    Verdict judge(String username, News.Profile news) {
        Told before = last.get(username);
        if (!news.told()) {
            // Two clocks of ours; the server's is not asked.
            return before == null || before.heard().isBefore(news.heard())
                    ? Verdict.WRITE
                    : Verdict.PASS_OVER;
        }
        if (before != null && before.at() > news.at()) {
            return Verdict.PASS_OVER;
        }
        int content = news.profile().tree().hashCode();
        last.put(username, new Told(news.at(), news.heard(), content));
        return before != null && before.at() == news.at() && before.content() != content
                ? Verdict.WRITE_AND_ASK
                : Verdict.WRITE;
    }
}
