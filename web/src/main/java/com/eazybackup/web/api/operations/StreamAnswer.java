package com.eazybackup.web.api.operations;

import com.eazybackup.ingest.IntakeStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the intake of one Comet Server stands, as programs see it.
 *
 * @param state {@code connecting}, {@code live}, {@code down} or {@code refused}
 * @param since Unix seconds; null before the first attempt
 * @param lastFrameAgeMs null while none has come
 * @param ends the newest first
 * @param alerts how often each was given
 * @param lastCatchUp null before the first one has ended
 */
record StreamAnswer(
        String profile,
        String name,
        String state,
        Long since,
        String reason,
        Long lastFrameAgeMs,
        long connected,
        List<End> ends,
        Map<String, Long> alerts,
        IntakeStatus.Queue queue,
        IntakeStatus.Lag lag,
        IntakeStatus.Counts counts,
        CatchUpAnswer lastCatchUp) {

    /** How a connection or an attempt ended, in Unix seconds. */
    record End(long at, String reason) {}

    static StreamAnswer of(IntakeStatus status, Instant now) {
        IntakeStatus.Stream stream = status.stream();
        Map<String, Long> alerts = new TreeMap<>();
        stream.alerts()
                .forEach(
                        (alert, count) -> alerts.put(alert.name().toLowerCase(Locale.ROOT), count));
        return new StreamAnswer(
                status.profile(),
                status.name(),
                stream.state(),
                stream.since().map(Instant::getEpochSecond).orElse(null),
                stream.reason(),
                stream.lastFrame().map(at -> now.toEpochMilli() - at.toEpochMilli()).orElse(null),
                stream.connected(),
                stream.ends().stream()
                        .map(end -> new End(end.at().getEpochSecond(), end.reason()))
                        .toList(),
                alerts,
                status.queue(),
                status.lag(),
                status.counts(),
                status.lastCatchUp()
                        .map(run -> CatchUpAnswer.of(null, status.profile(), run))
                        .orElse(null));
    }
}
