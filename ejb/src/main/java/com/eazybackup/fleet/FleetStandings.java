package com.eazybackup.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
     * @param filter text, connection and groups are obeyed: what somebody looks for. Which jobs
     *     they had and how they stand is not, for that is what is counted
     * @throws FleetUnreadable when the database does not answer
     */
    public StandingSummary of(ClientScope scope, DeviceFilter filter) {
        Instant now = clock.instant();
        JudgedFleet fleet =
                scope.isEmpty()
                        ? JudgedFleet.of(List.of(), Map.of(), KnownGroups.NONE, rule, now)
                        : fleets.of(scope, now);
        return fleet.summary(filter, now);
    }
}
