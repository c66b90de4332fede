package com.eazybackup.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When each user's profile was last told by an event or asked for, so that nothing older turns it
 * back: neither a list that was asked for before, however late it arrives, nor an event that is
 * told too late, nor one that has waited to be written since before the list. Forgets the users
 * that were not heard of for the longest time, and what was heard in a future that a corrected
 * clock of ours has taken back.
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
     * @param event whether an event said so last; else a list, and the event's time stays
     * @param at when the last event happened, by the server's clock
     * @param heard by ours
     * @param content tells another profile from the same one told twice
     */
    private record Told(boolean event, long at, Instant heard, int content) {}

    private final Clock clock;

    private final Map<String, Told> last =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
                    return size() > REMEMBERED;
                }
            };

    ProfileMemory(Clock clock) {
        this.clock = clock;
    }

    /**
     * Judges the same news the same way when it is asked again, because a transaction may fail.
     *
     * @param username as Comet spells it
     */
    Verdict judge(String username, News.Profile news) {
        Told before = last.get(username);
        if (before != null && before.heard().isAfter(clock.instant())) {
            before = null;
        }
        return news.told() ? judgeEvent(username, news, before) : judgeList(username, news, before);
    }

    /** Two clocks of ours; the server's is not asked. */
    private Verdict judgeList(String username, News.Profile news, Told before) {
        if (before == null) {
            last.put(username, new Told(false, 0, news.heard(), 0));
            return Verdict.WRITE;
        }
        boolean older =
                before.event()
                        ? !before.heard().isBefore(news.heard())
                        : before.heard().isAfter(news.heard());
        if (older) {
            return Verdict.PASS_OVER;
        }
        last.put(username, new Told(false, before.at(), news.heard(), before.content()));
        return Verdict.WRITE;
    }

    private Verdict judgeEvent(String username, News.Profile news, Told before) {
        boolean beforeTheList =
                before != null && !before.event() && before.heard().isAfter(news.heard());
        if (beforeTheList || (before != null && before.at() > news.at())) {
            return Verdict.PASS_OVER;
        }
        int content = news.profile().tree().hashCode();
        last.put(username, new Told(true, news.at(), news.heard(), content));
        return before != null && before.at() == news.at() && before.content() != content
                ? Verdict.WRITE_AND_ASK
                : Verdict.WRITE;
    }
}
