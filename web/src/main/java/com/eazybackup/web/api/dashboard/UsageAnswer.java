package com.eazybackup.web.api.dashboard;

import com.eazybackup.usage.DevicesOfDay;
import com.eazybackup.usage.ItemsOfEngine;
import com.eazybackup.usage.JobCounts;
import com.eazybackup.usage.StorageOfDay;
import com.eazybackup.usage.UsageFigures;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The first four are those that pages of the PHP system know; the rest is ours.
 *
 * @param devices as they are now
 * @param storageBytes as it is now
 * @param t when it was read, in Unix seconds
 */
record UsageAnswer(
        String status,
        @JsonProperty("devices30d") List<DevicesOfDay> devices30d,
        @JsonProperty("storage30d") List<StorageOfDay> storage30d,
        @JsonProperty("status24h") JobCounts status24h,
        Devices devices,
        List<ItemsOfEngine> protectedItems,
        long storageBytes,
        long t) {

    record Devices(long total, long online, long offline) {}

    static UsageAnswer of(UsageFigures figures) {
        return new UsageAnswer(
                "success",
                figures.devices30d(),
                figures.storage30d(),
                figures.status24h(),
                new Devices(
                        figures.devices().total(),
                        figures.devices().online(),
                        figures.devices().total() - figures.devices().online()),
                figures.items(),
                figures.storageBytes(),
                figures.at().getEpochSecond());
    }
}
