package com.eazybackup.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups that a client has made for its devices, in the client's order, and which device is in
 * which.
 *
 * @param order ids of the groups
 * @param byDevice keys of devices; who is not in it is in no group
 */
record KnownGroups(List<Integer> order, Map<String, Integer> byDevice) {

    /** In place of a group's id: in no group. */
    static final int UNGROUPED = 0;

    static final KnownGroups NONE = new KnownGroups(List.of(), Map.of());

    int of(String device) {
        return byDevice.getOrDefault(device, UNGROUPED);
    }

    /**
     * @return all groups in their order; those in no group are last, and there always
     */
    List<Integer> all() {
        List<Integer> all = new ArrayList<>(order);
        all.add(UNGROUPED);
        return all;
    }

    /**
     * @return of each of {@link #all()} its place among them
     */
    Map<Integer, Integer> places() {
        Map<Integer, Integer> places = new HashMap<>();
        all().forEach(group -> places.put(group, places.size()));
        return places;
    }
}
