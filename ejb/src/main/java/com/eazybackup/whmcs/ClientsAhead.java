package com.eazybackup.whmcs;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * {@link ClientResolver} for who goes through all accounts of a Comet Server: the rows that could
 * say whose they are have been read once, for all names.
 *
 * <p>Guarantee: the resolver's own; after a service has changed, or when the resolver would ask
 * again, they are read anew. Limits: for one thread; held in memory as long as this is.
 */
public final class ClientsAhead {

    private final ClientResolver resolver;
    private final ProfileName profile;
    private final Clock clock;
    private final Duration keep;
    private Map<String, List<UserCandidate>> rows = Map.of();
    private Instant until = Instant.MIN;
    private int changes;

    ClientsAhead(ClientResolver resolver, ProfileName profile, Clock clock, Duration keep) {
        this.resolver = resolver;
        this.profile = profile;
        this.clock = clock;
        this.keep = keep;
    }

    /**
     * @return an entry for each name that belongs to somebody; the others are left out
     */
    public Map<CometUsername, CometUser> resolve(Collection<CometUsername> names)
            throws SQLException {
        return resolver.resolve(profile, names, unknown -> this::rows);
    }

    Map<String, List<UserCandidate>> rows(Connection connection, Collection<String> names)
            throws SQLException {
        Instant now = clock.instant();
        int current = resolver.changes();
        if (current != changes || now.isAfter(until)) {
            rows = UserCandidates.all(connection, profile);
            changes = current;
            until = now.plus(keep);
        }
        return rows;
    }
}
