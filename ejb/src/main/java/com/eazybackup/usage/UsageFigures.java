package com.eazybackup.usage;

import com.eazybackup.fleet.DeviceCounts;
import java.time.Instant;
import java.util.List;

/**
 * A client in numbers, for the cards of its first page.
 *
 * @param devices30d one entry for each of the last 30 days that was counted, rising; days without a
 *     count are not there
 * @param storage30d the same of storage
 * @param devices as they are now, without the revoked
 * @param items by engine, each kind of the cards, also those of which there is none
 * @param storageBytes in active vaults of the types 1000 and 1003, as they are now
 * @param at when this was read
 */
public record UsageFigures(
        List<DevicesOfDay> devices30d,
        List<StorageOfDay> storage30d,
        JobCounts status24h,
        DeviceCounts devices,
        List<ItemsOfEngine> items,
        long storageBytes,
        Instant at) {}
