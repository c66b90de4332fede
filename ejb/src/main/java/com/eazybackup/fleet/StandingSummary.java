package com.eazybackup.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a client's devices stand, in numbers.
 *
 * @param counts each state has its entry; without the issues that are snoozed
 * @param snoozed devices with an issue that is in no count for a while
 * @param longest of those that need somebody the one whose trouble began first
 */
public record StandingSummary(
        Instant at,
        Duration tolerance,
        Map<DeviceState, Long> counts,
        long snoozed,
        Optional<Longest> longest) {

    /** A device and how it stands. */
    public record Longest(String deviceId, String name, String username, Standing standing) {}

    StandingSummary at(Instant now) {
        return new StandingSummary(now, tolerance, counts, snoozed, longest);
    }

    public long total() {
        return snoozed + counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long needing() {
        return DeviceState.NEEDING.stream().mapToLong(counts::get).sum();
    }
}
