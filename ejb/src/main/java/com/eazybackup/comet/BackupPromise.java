package com.eazybackup.comet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How often a profile's schedules promise to back up. */
final class BackupPromise {

    private BackupPromise() {}

    /**
     * @return by item id the shortest of what its schedules promise; an item without one is not
     *     there
     */
    static Map<String, Duration> ofItems(JsonNode profile) {
        Map<String, Duration> items = new HashMap<>();
        for (JsonNode rule : profile.path("BackupRules")) {
            for (JsonNode schedule : rule.path("Schedules")) {
                BackupSchedule.from(schedule)
                        .longestGap()
                        .ifPresent(
                                gap ->
                                        items.merge(
                                                Wire.text(rule, "Source"),
                                                gap,
                                                (a, b) -> a.compareTo(b) <= 0 ? a : b));
            }
        }
        return items;
    }

    /**
     * @return by raw DeviceID the longest of what its items are promised; a device without a
     *     schedule is not there
     */
    static Map<String, Duration> ofDevices(JsonNode profile) {
        Map<String, Duration> items = ofItems(profile);
        Map<String, Duration> devices = new HashMap<>();
        Wire.map(profile, "Sources", (id, item) -> Wire.text(item, "OwnerDevice"))
                .forEach(
                        (id, device) -> {
                            Duration gap = items.get(id);
                            if (gap != null) {
                                devices.merge(device, gap, (a, b) -> a.compareTo(b) >= 0 ? a : b);
                            }
                        });
        return devices;
    }
}
