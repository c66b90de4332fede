package com.eazybackup.web.api.operations;

import com.eazybackup.monitor.StalledJob;
import java.time.Instant;

/**
 * A running backup that shows no life, as programs see it. Times are Unix seconds.
 *
 * @param next {@code wait}, {@code look}, {@code cancel}, {@code abandon} or {@code rest}
 */
record StalledJobAnswer(
        String profile,
        String jobId,
        String username,
        int clientId,
        String deviceId,
        String deviceName,
        String engine,
        String item,
        long started,
        long idleSince,
        int observations,
        int attempts,
        int maxAttempts,
        String stage,
        String next,
        Long nextAt,
        Long lastChecked,
        String error) {

    static StalledJobAnswer of(StalledJob job) {
        return new StalledJobAnswer(
                job.profile(),
                job.jobId(),
                job.username(),
                job.clientId(),
                job.deviceId(),
                job.deviceName(),
                job.engine(),
                job.item(),
                job.started().getEpochSecond(),
                job.idleSince().getEpochSecond(),
                job.observations(),
                job.attempts(),
                job.maxAttempts(),
                job.stage(),
                job.next(),
                job.nextAt().map(Instant::getEpochSecond).orElse(null),
                job.lastChecked().map(Instant::getEpochSecond).orElse(null),
                job.error());
    }
}
