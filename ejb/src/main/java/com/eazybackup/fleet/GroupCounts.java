package com.eazybackup.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/**
 * How many of a client's devices are in each group, as the device list has them. Cost and
 * guarantee: those of {@link KnownFleets}; no query when the client has no active service.
 */
@ApplicationScoped
public class GroupCounts {

    private Clock clock;
    private KnownFleets fleets;

    GroupCounts() {}

    @Inject
    public GroupCounts(Clock clock, KnownFleets fleets) {
        this.clock = clock;
        this.fleets = fleets;
    }

    /**
     * @return by the group's id, 0 for those in no group; without groups that have none
     * @throws FleetUnreadable when the database does not answer
     */
    public Map<Integer, Long> of(ClientScope scope) {
        return scope.isEmpty() ? Map.of() : fleets.of(scope, clock.instant()).groupSizes();
    }
}
