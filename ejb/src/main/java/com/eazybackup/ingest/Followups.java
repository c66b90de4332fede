package com.eazybackup.ingest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What news leave open, to be asked of the Comet Server: not by the one who writes. */
final class Followups {

    private final Set<String> profiles = new LinkedHashSet<>();
    private final Set<String> doubtful = new LinkedHashSet<>();
    private final Set<String> devices = new LinkedHashSet<>();

    /** How that stands now which the news are about. */
    static Followups about(News news) {
        Followups followups = new Followups();
        for (String user : users(news)) {
            if (!user.isEmpty()) {
                followups.profile(user);
            }
        }
        devices(news).forEach(followups::presence);
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

    private static Set<String> devices(News news) {
        if (news instanceof News.Profile profile) {
            return profile.profile().devices().keySet();
        } else if (news instanceof News.DeviceAdded added) {
            return Set.of(added.deviceId());
        } else if (news instanceof News.Presence presence) {
            return Set.of(presence.spot().deviceId());
        }
        return Set.of();
    }

    /** This user's profile must be read. */
    void profile(String username) {
        profiles.add(username);
    }

    /** This user's profile was told in several ways within one second; which one holds? */
    void doubt(String username) {
        doubtful.add(username);
    }

    /** Whether this device is connected must be read. */
    void presence(String device) {
        devices.add(device);
    }

    void addAll(Followups more) {
        profiles.addAll(more.profiles);
        doubtful.addAll(more.doubtful);
        devices.addAll(more.devices);
    }

    Set<String> profiles() {
        return profiles;
    }

    Set<String> doubtful() {
        return doubtful;
    }

    Set<String> devices() {
        return devices;
    }
}
