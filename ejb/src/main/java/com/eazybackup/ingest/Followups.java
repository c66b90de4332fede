package com.eazybackup.ingest;

import java.util.LinkedHashSet;
import java.util.Set;

/** What news leave open, to be asked of the Comet Server: not by the one who writes. */
final class Followups {

    private final Set<String> profiles = new LinkedHashSet<>();
    private boolean presence;

    /** This user's profile must be read. */
    void profile(String username) {
        profiles.add(username);
    }

    /** Which devices are connected must be read. */
    void presence() {
        presence = true;
    }

    void addAll(Followups more) {
        profiles.addAll(more.profiles);
        presence |= more.presence;
    }

    Set<String> profiles() {
        return profiles;
    }

    boolean wantsPresence() {
        return presence;
    }
}
