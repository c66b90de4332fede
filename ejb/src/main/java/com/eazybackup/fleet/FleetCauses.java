package com.eazybackup.fleet;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** The devices of a fleet that need somebody, those with the same {@link Cause} together. */
final class FleetCauses {

    /**
     * @param since when the first of them began to need somebody; null when nobody knows
     * @param newest some of the devices, those whose trouble is newest first
     */
    record Group(Cause cause, long devices, Long since, List<TroubledDevice> newest) {

        private static Group of(Cause cause, List<TroubledDevice> devices) {
            return new Group(
                    cause,
                    devices.size(),
                    devices.stream()
                            .map(one -> one.judged().standing().since())
                            .filter(Objects::nonNull)
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    devices.stream()
                            .sorted(TroubledDevice.NEWEST_FIRST)
                            .limit(FleetTroubles.MOST_NAMED)
                            .toList());
        }
    }

    private static final Comparator<Map.Entry<Cause, List<TroubledDevice>>> WORST_FIRST =
            Comparator.<Map.Entry<Cause, List<TroubledDevice>>>comparingInt(
                            group -> group.getKey().state().severity())
                    .thenComparing(group -> group.getValue().size(), Comparator.reverseOrder())
                    .thenComparing(group -> group.getKey().code())
                    .thenComparing(group -> group.getKey().vault());

    private final List<TroubledDevice> devices;
    private final List<Group> groups;

    private FleetCauses(List<TroubledDevice> devices, List<Group> groups) {
        this.devices = devices;
        this.groups = groups;
    }

    static FleetCauses of(Collection<JudgedDevice> fleet, StandingRule rule) {
        return of(
                fleet.stream()
                        .filter(JudgedDevice::needs)
                        .map(one -> TroubledDevice.of(one, rule))
                        .toList());
    }

    private static FleetCauses of(List<TroubledDevice> devices) {
        return new FleetCauses(
                devices,
                devices.stream().collect(groupingBy(TroubledDevice::cause)).entrySet().stream()
                        .sorted(WORST_FIRST)
                        .limit(FleetTroubles.MOST_GROUPS)
                        .map(group -> Group.of(group.getKey(), group.getValue()))
                        .toList());
    }

    /** As if there were no others. */
    FleetCauses only(Predicate<TroubledDevice> such) {
        return of(devices.stream().filter(such).toList());
    }

    /** All of them. */
    List<TroubledDevice> devices() {
        return devices;
    }

    /** The worst first, at most {@link FleetTroubles#MOST_GROUPS}. */
    List<Group> groups() {
        return groups;
    }
}
