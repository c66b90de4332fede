package com.eazybackup.ingest;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.whmcs.ClientResolver;
import com.eazybackup.whmcs.CometUser;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whose the users of one batch are, asked once. A user of nobody is in no row. */
final class Owners {

    private final Map<CometUsername, CometUser> known;

    private Owners(Map<CometUsername, CometUser> known) {
        this.known = known;
    }

    static Owners of(ClientResolver resolver, ProfileName profile, Fold fold) throws SQLException {
        Set<CometUsername> names = new LinkedHashSet<>();
        fold.jobs().values().forEach(job -> add(names, job.job().username()));
        fold.profiles().keySet().forEach(name -> add(names, name));
        for (News news : fold.deviceNews()) {
            if (news instanceof News.DeviceAdded added) {
                add(names, added.username());
                add(names, added.actor());
            } else if (news instanceof News.DeviceRemoved removed) {
                add(names, removed.username());
                add(names, removed.actor());
            } else if (news instanceof News.Presence presence) {
                add(names, presence.spot().username());
            } else if (news instanceof News.Presences list) {
                list.changed().keySet().forEach(spot -> add(names, spot.username()));
            }
        }
        return of(resolver, profile, names);
    }

    static Owners of(ClientResolver resolver, ProfileName profile, Collection<CometUsername> names)
            throws SQLException {
        return new Owners(names.isEmpty() ? Map.of() : resolver.resolve(profile, names));
    }

    private static void add(Set<CometUsername> names, String name) {
        if (!name.isEmpty()) {
            names.add(new CometUsername(name));
        }
    }

    /**
     * @param name as Comet spells it; may be empty
     */
    Optional<CometUser> of(String name) {
        return name.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(known.get(new CometUsername(name)));
    }
}
