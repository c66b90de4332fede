package com.eazybackup.ingest;

import com.eazybackup.comet.JobId;
import com.eazybackup.comet.UserProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Many news as few: what is left to write when they are applied in their order. A job that starts
 * and ends in one batch has only ended; of several profiles of a user the last one counts.
 */
final class Fold {

    private final Map<JobId, News.Job> jobs = new LinkedHashMap<>();
    private final Map<String, News.Profile> profiles = new LinkedHashMap<>();
    private final Set<String> changedUsers = new LinkedHashSet<>();
    private final Set<String> doubtfulUsers = new LinkedHashSet<>();
    private final Set<String> removedUsers = new LinkedHashSet<>();
    private final List<News> deviceNews = new ArrayList<>();
    private final List<News.Unreadable> unreadable = new ArrayList<>();
    private long newest;
    private int repeated;

    private Fold() {}

    static Fold of(Collection<News> all) {
        Fold fold = new Fold();
        all.forEach(fold::add);
        return fold;
    }

    private void add(News news) {
        newest = Math.max(newest, news.at());
        if (news instanceof News.Job job) {
            jobs.merge(job.job().id(), job, this::later);
        } else if (news instanceof News.Profile profile) {
            if (newest(profile.profile().username(), profile)) {
                removedUsers.remove(profile.profile().username());
            }
        } else if (news instanceof News.AccountRemoved removed) {
            UserProfile nothingLeft = UserProfile.empty(removed.username());
            News.Profile profile =
                    new News.Profile(nothingLeft, removed.told(), removed.at(), removed.heard());
            if (newest(removed.username(), profile)) {
                removedUsers.add(removed.username());
            }
        } else if (news instanceof News.ProfileChanged changed) {
            changedUsers.add(changed.username());
        } else if (news instanceof News.Unreadable poison) {
            unreadable.add(poison);
        } else if (!(news instanceof News.Nothing)) {
            deviceNews.add(news);
        }
    }

    /**
     * Events may be told in another order than they happened. What came first within one second
     * nobody can tell: the last one is taken, and the profile is asked for.
     *
     * @return whether it was taken
     */
    private boolean newest(String username, News.Profile profile) {
        News.Profile known = profiles.get(username);
        if (known != null && known.told() && profile.told()) {
            if (known.at() > profile.at()) {
                return false;
            }
            if (known.at() == profile.at() && !known.says(profile)) {
                doubtfulUsers.add(username);
            }
        }
        profiles.put(username, profile);
        return true;
    }

    private News.Job later(News.Job known, News.Job news) {
        JobOrder.Known before =
                new JobOrder.Known(known.job().status(), known.endedAt(), known.at());
        if (news.equals(known)
                || JobOrder.decide(before, news.job().status(), news.endedAt())
                        == JobOrder.Verdict.NOTHING) {
            repeated++;
            return known;
        }
        return news;
    }

    Map<JobId, News.Job> jobs() {
        return jobs;
    }

    /**
     * @return by user name; an empty one for a removed account
     */
    Map<String, News.Profile> profiles() {
        return profiles;
    }

    /**
     * @return users whose profile must be asked for
     */
    Set<String> changedUsers() {
        return changedUsers;
    }

    /**
     * @return users of whom several profiles were told within one second
     */
    Set<String> doubtfulUsers() {
        return doubtfulUsers;
    }

    /**
     * @return accounts that are no more
     */
    Set<String> removedUsers() {
        return removedUsers;
    }

    /**
     * @return what happened to devices, in order
     */
    List<News> deviceNews() {
        return deviceNews;
    }

    /**
     * @return for the quarantine
     */
    List<News.Unreadable> unreadable() {
        return unreadable;
    }

    /**
     * @return how many news of jobs said nothing that others here do not say
     */
    int repeated() {
        return repeated;
    }

    /**
     * @return whether there is nothing for a table in it but the time
     */
    boolean writesNothing() {
        return jobs.isEmpty() && profiles.isEmpty() && deviceNews.isEmpty() && unreadable.isEmpty();
    }

    /**
     * @return Unix seconds of the newest of all, 0 when there are none
     */
    long newest() {
        return newest;
    }
}
