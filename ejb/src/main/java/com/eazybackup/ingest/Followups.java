package com.eazybackup.ingest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What news leave open, to be asked of the Comet Server: not by the one who writes. */
final class Followups {

    private final Set<String> profiles = new LinkedHashSet<>();
    private final Set<String> doubtful = new LinkedHashSet<>();
    private boolean presence;

    /** How that stands now which the news are about. */
    static Followups about(News news) {
        Followups followups = new Followups();
        for (String user : users(news)) {
            if (!user.isEmpty()) {
                followups.profile(user);
            }
        }
        followups.presence();
        return followups;
    }

    private static List<String> users(News news) {
        if (news instanceof News.Profile profile) {
            return List.of(profile.profile().username());
        } else if (news instanceof News.ProfileChanged changed) {
            return List.of(changed.username());
        } else if (news instanceof News.AccountRemoved removed) {
            return List.of(removed.username());
        } else if (news instanceof News.DeviceAdded added) {
            return List.of(added.username(), added.actor());
        } else if (news instanceof News.DeviceRemoved removed) {
            return List.of(removed.username(), removed.actor());
        } else if (news instanceof News.Presence presence) {
            return List.of(presence.spot().username());
        }
        return List.of();
    }

    /** This user's profile must be read. */
    void profile(String username) {
        profiles.add(username);
    }

    /** This user's profile was told in several ways within one second; which one holds? */
    void doubt(String username) {
        doubtful.add(username);
    }

    /** Which devices are connected must be read. */
    void presence() {
        presence = true;
    }

    void addAll(Followups more) {
        profiles.addAll(more.profiles);
        doubtful.addAll(more.doubtful);
        presence |= more.presence;
    }

    Set<String> profiles() {
        return profiles;
    }

    Set<String> doubtful() {
        return doubtful;
    }

    boolean wantsPresence() {
        return presence;
    }
}
