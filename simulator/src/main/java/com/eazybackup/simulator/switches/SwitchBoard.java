package com.eazybackup.simulator.switches;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All switches of some objects, by name. */
public final class SwitchBoard {

    private final List<Switch> switches;

    /**
     * @param holders objects as they are at the beginning: what their fields hold now is what
     *     {@link #reset()} goes back to
     */
    public SwitchBoard(Object... holders) {
        this.switches =
                Arrays.stream(holders)
                        .flatMap(
                                holder ->
                                        Arrays.stream(holder.getClass().getFields())
                                                .map(field -> Switch.of(holder, field))
                                                .flatMap(Optional::stream))
                        .toList();
    }

    public List<Switch> all() {
        return switches;
    }

    /**
     * @throws IllegalArgumentException when there is none of that name
     */
    public Switch named(String name) {
        return switches.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No switch " + name));
    }

    /** Everything as it was at the beginning. */
    public void reset() {
        switches.forEach(Switch::reset);
    }
}
