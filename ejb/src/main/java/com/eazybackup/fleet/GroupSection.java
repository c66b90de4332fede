package com.eazybackup.fleet;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * The devices of a group that a list has.
 *
 * @param groupId 0 for those in no group
 * @param total of the whole list, not of the page
 * @param counts by state, without the issues that are snoozed; a state in which none is has no
 *     entry
 */
@JsonNaming(SnakeCaseStrategy.class)
public record GroupSection(int groupId, long total, Map<DeviceState, Long> counts) {

    static GroupSection of(int group, Collection<JudgedDevice> devices) {
        Map<DeviceState, Long> counts = new EnumMap<>(DeviceState.class);
        devices.stream()
                .filter(one -> !one.snoozed())
                .forEach(one -> counts.merge(one.standing().state(), 1L, Long::sum));
        return new GroupSection(group, devices.size(), counts);
    }
}
