package com.eazybackup.monitor;

import java.time.Instant;
import java.util.Optional;

/**
 * A running backup that shows no life, or that something was found or tried with.
 *
 * @param clientId whose it is
 * @param deviceId {@code comet_devices.id}; empty when the device is not known
 * @param engine of the item, such as {@code engine1/file}; empty when the item is not known
 * @param idleSince the last sign of life that the tables know
 * @param next what comes next: {@code wait}, {@code look}, {@code cancel}, {@code abandon} or
 *     {@code rest}
 * @param nextAt before that nothing is done
 * @param error what went wrong last; else empty
 */
public record StalledJob(
        String profile,
        String jobId,
        String username,
        int clientId,
        String deviceId,
        String deviceName,
        String engine,
        String item,
        Instant started,
        Instant idleSince,
        int observations,
        int attempts,
        int maxAttempts,
        String stage,
        String next,
        Optional<Instant> nextAt,
        Optional<Instant> lastChecked,
        String error) {}
