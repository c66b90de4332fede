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
    private final Set<String> removedUsers = new LinkedHashSet<>();
    private final List<News> deviceNews = new ArrayList<>();
    private long newest;

    private Fold() {}

    static Fold of(Collection<News> all) {
        Fold fold = new Fold();
        all.forEach(fold::add);
        return fold;
    }

    private void add(News news) {
        newest = Math.max(newest, news.at());
        if (news instanceof News.Job job) {
            jobs.merge(job.job().id(), job, Fold::later);
        } else if (news instanceof News.Profile profile) {
            profiles.put(profile.profile().username(), profile);
            removedUsers.remove(profile.profile().username());
        } else if (news instanceof News.AccountRemoved removed) {
            UserProfile nothingLeft = UserProfile.empty(removed.username());
            profiles.put(removed.username(), new News.Profile(nothingLeft, removed.at()));
            removedUsers.add(removed.username());
        } else if (news instanceof News.ProfileChanged changed) {
            changedUsers.add(changed.username());
        } else if (!(news instanceof News.Nothing) && !(news instanceof News.Unreadable)) {
            deviceNews.add(news);
        }
    }

    private static News.Job later(News.Job known, News.Job news) {
        JobOrder.Known before =
                new JobOrder.Known(known.job().status(), known.endedAt(), known.at());
        return switch (JobOrder.decide(before, news.job().status(), news.endedAt())) {
            case NOTHING -> known;
            case RUNNING, ENDED -> news;
        };
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
     * @return whether there is nothing for a table in it but the time
     */
    boolean writesNothing() {
        return jobs.isEmpty() && profiles.isEmpty() && deviceNews.isEmpty();
    }

    /**
     * @return Unix seconds of the newest of all, 0 when there are none
     */
    long newest() {
        return newest;
    }
}
