package com.eazybackup.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a snooze of troubles is of: of each device the job that stands for it, or the device itself
 * while it has none. Only of those that need somebody, as {@link FleetTroubles} tells them. Cost:
 * that of {@link KnownFleets}.
 */
@ApplicationScoped
public class SnoozeSubjects {

    private Clock clock;
    private KnownFleets fleets;

    SnoozeSubjects() {}

    @Inject
    public SnoozeSubjects(Clock clock, KnownFleets fleets) {
        this.clock = clock;
        this.fleets = fleets;
    }

    /**
     * @param asOf what became so later is left out: whoever asks has not seen it
     * @return of each device with that cause what a snooze is of
     * @throws FleetUnreadable when the database does not answer
     */
    public List<String> of(ClientScope scope, Cause cause, Instant asOf) {
        return of(scope, asOf, one -> one.cause().equals(cause));
    }

    /**
     * @param devices keys
     * @param asOf as above
     * @return of each of them that needs somebody what a snooze is of
     * @throws FleetUnreadable when the database does not answer
     */
    public List<String> of(ClientScope scope, Collection<String> devices, Instant asOf) {
        Set<String> wanted = Set.copyOf(devices);
        return of(scope, asOf, one -> wanted.contains(one.judged().device().id()));
    }

    private List<String> of(ClientScope scope, Instant asOf, Predicate<TroubledDevice> wanted) {
        if (scope.isEmpty()) {
            return List.of();
        }
        return fleets.of(scope, clock.instant()).causes().devices().stream()
                .filter(wanted)
                .filter(one -> one.became() <= asOf.getEpochSecond())
                .map(one -> one.judged().subject())
                .toList();
    }

    /**
     * @param devices keys
     * @return whether the client may see each of them
     * @throws FleetUnreadable when the database does not answer
     */
    public boolean has(ClientScope scope, Set<String> devices) {
        return !scope.isEmpty() && fleets.of(scope, clock.instant()).has(devices);
    }
}
