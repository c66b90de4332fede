package com.eazybackup.fleet;

import com.eazybackup.comet.Engine;
import java.util.Comparator;

/**
 * A protected item of a device and its last good backup. Times are Unix seconds, null when they are
 * not known or do not apply.
 *
 * @param type what it backs up, as Comet writes it
 * @param lastGoodAt when a backup of it last ended well, with or without warnings
 * @param promisedSecs the longest time between two good backups that its schedules promise
 * @param dueAt until when they promised the next one, without the tolerance
 * @param overdue whether it is late by more than the tolerance
 */
public record DeviceItem(
        String id,
        String name,
        String type,
        Long lastGoodAt,
        Long promisedSecs,
        Long dueAt,
        boolean overdue) {

    /** Who is furthest behind; then who has no good backup; then who is due first. */
    static final Comparator<DeviceItem> WORST_FIRST =
            Comparator.<DeviceItem>comparingInt(
                            item -> item.overdue() ? 0 : item.lastGoodAt() == null ? 1 : 2)
                    .thenComparingLong(item -> item.dueAt() == null ? Long.MAX_VALUE : item.dueAt())
                    .thenComparing(DeviceItem::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(DeviceItem::id);

    public Engine engine() {
        return Engine.of(type);
    }
}
