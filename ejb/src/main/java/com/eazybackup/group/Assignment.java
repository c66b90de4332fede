package com.eazybackup.group;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which devices are to be in which group.
 *
 * @param devices keys, each once and in an order that is always the same
 * @param group empty for none
 */
public record Assignment(SortedSet<String> devices, Optional<GroupId> group) {

    /** No more devices are moved at once. */
    public static final int MOST = 10_000;

    /**
     * @param devices keys; one that is there twice counts once
     * @throws GroupRefused when they are none, or too many
     */
    public static Assignment of(Collection<String> devices, Optional<GroupId> group) {
        if (devices.stream().anyMatch(Objects::isNull)) {
            throw GroupRefused.invalid("device_ids has the ids of devices.");
        }
        SortedSet<String> once = new TreeSet<>(devices);
        if (once.isEmpty() || once.size() > MOST) {
            throw GroupRefused.invalid("device_ids has the ids of 1 to " + MOST + " devices.");
        }
        return new Assignment(Collections.unmodifiableSortedSet(once), group);
    }
}
