package com.eazybackup.fleet;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * How a device stands, as {@link StandingRule} judges it. Times are Unix seconds, null when they
 * are not known or do not apply.
 *
 * @param since of a failing device when the first backup after its last good one ended; of an
 *     overdue one when it was due; of one without any backup when it was registered; else when the
 *     latest backup ended, or began while it runs
 * @param failures backups that came out badly since the last good one
 * @param lastGoodAt when a backup last ended well, with or without warnings
 * @param dueAt until when the schedules promised the next good one, without the tolerance: of its
 *     items the one that is due first
 * @param promisedSecs the longest time between two backups that the schedules promise
 * @param itemLate of an overdue device, whether that is so of one of its items only, while backups
 *     of others ended well later
 * @param snoozedUntil until then it is in no count of issues
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Standing(
        DeviceState state,
        Long since,
        int failures,
        Long lastGoodAt,
        Long dueAt,
        Long promisedSecs,
        boolean itemLate,
        Long snoozedUntil) {}
