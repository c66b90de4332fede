package com.eazybackup.fleet;

import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The groups of a fleet whose devices have been judged. Does not change. */
final class FleetGroups {

    private final List<Integer> all;
    private final Map<Integer, Integer> places;
    private final Set<Integer> needing;

    FleetGroups(KnownGroups known, List<JudgedDevice> devices) {
        this.all = known.all();
        this.places = known.places();
        this.needing =
                devices.stream()
                        .filter(JudgedDevice::needs)
                        .map(JudgedDevice::group)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** By group alone: a stable sort keeps the order within each. */
    Comparator<JudgedDevice> order() {
        return Comparator.comparingInt(one -> places.get(one.group()));
    }

    Predicate<JudgedDevice> in(GroupChoice choice) {
        if (choice.isAll()) {
            return any -> true;
        }
        return one ->
                (choice.groups().isEmpty() || choice.groups().contains(one.group()))
                        && (!choice.withIssues() || needing.contains(one.group()));
    }

    /**
     * @param emptyToo whether groups without a device are told, too
     */
    List<GroupSection> sections(List<JudgedDevice> chosen, boolean emptyToo) {
        Map<Integer, List<JudgedDevice>> byGroup =
                chosen.stream().collect(groupingBy(JudgedDevice::group));
        return all.stream()
                .filter(group -> emptyToo || byGroup.containsKey(group))
                .map(group -> GroupSection.of(group, byGroup.getOrDefault(group, List.of())))
                .toList();
    }
}
