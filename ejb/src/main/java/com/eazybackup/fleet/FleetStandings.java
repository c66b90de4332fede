package com.eazybackup.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a client's devices stand, counted; from our own tables, no Comet Server is asked.
 *
 * <p>Cost and guarantee: those of {@link KnownFleets}; no query when the client has no active
 * service.
 */
@ApplicationScoped
public class FleetStandings {

    private Clock clock;
    private StandingRule rule;
    private KnownFleets fleets;

    FleetStandings() {}

    @Inject
    public FleetStandings(Clock clock, StandingRule rule, KnownFleets fleets) {
        this.clock = clock;
        this.rule = rule;
        this.fleets = fleets;
    }

    /**
     * @param text looked for as in the device list; blank for all
     * @throws FleetUnreadable when the database does not answer
     */
    public StandingSummary of(ClientScope scope, String text, Optional<Boolean> online) {
        Instant now = clock.instant();
        JudgedFleet fleet =
                scope.isEmpty()
                        ? JudgedFleet.of(List.of(), Map.of(), rule, now)
                        : fleets.of(scope, now);
        return fleet.summary(text, online, now);
    }
}
