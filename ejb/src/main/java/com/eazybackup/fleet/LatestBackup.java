package com.eazybackup.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which of a device's jobs stands for it: the backup of the last 24 hours with the latest end, or
 * start while it runs. So a job that began ten hours ago and still runs stands behind one that
 * ended an hour ago. Of two at the same second the one that began later is taken.
 *
 * <p>A time ahead of our clock counts: the devices' clocks are not ours.
 */
final class LatestBackup {

    static final Duration WINDOW = Duration.ofHours(24);

    private static final Comparator<DeviceJob> LATER =
            Comparator.comparingLong(DeviceJob::lastSeen)
                    .thenComparingLong(DeviceJob::startedAt)
                    .thenComparing(DeviceJob::jobId);

    private LatestBackup() {}

    static Optional<DeviceJob> of(Collection<DeviceJob> jobs, Instant now) {
        long from = now.minus(WINDOW).getEpochSecond();
        return jobs.stream()
                .filter(DeviceJob::isBackup)
                .filter(job -> job.lastSeen() >= from)
                .max(LATER);
    }
}
