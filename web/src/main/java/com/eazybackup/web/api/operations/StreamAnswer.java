package com.eazybackup.web.api.operations;

import com.eazybackup.comet.CometHealth;
import com.eazybackup.ingest.IntakeStatus;
import com.eazybackup.ingest.RunningCounts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * @param minutes frames of each minute of the last hour, the oldest first
 * @param api null before it was called
 * @param jobs null while the database does not answer
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
        IntakeStatus.Codes codes,
        CatchUpAnswer lastCatchUp,
        List<Long> minutes,
        Api api,
        Jobs jobs) {

    /**
     * Jobs without an end.
     *
     * @param running without those that are interrupted
     */
    record Jobs(long running, long interrupted) {}

    /**
     * How the Admin API answers.
     *
     * @param breaker {@code closed}, {@code open} while the server is left alone because it has not
     *     answered, or {@code refused} while it does not accept the credentials
     * @param unanswered how many of the last {@code calls} found nobody
     */
    record Api(String breaker, int unanswered, int calls) {

        static Api of(CometHealth health) {
            String breaker = health.refused() ? "refused" : health.leftAlone() ? "open" : "closed";
            return new Api(breaker, health.unanswered(), health.calls());
        }
    }

    /** How a connection or an attempt ended, in Unix seconds. */
    record End(long at, String reason) {}

    /**
     * @param jobs of all Comet Servers
     */
    static StreamAnswer of(
            IntakeStatus status, Optional<Map<String, RunningCounts.Count>> jobs, Instant now) {
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
                status.codes(),
                status.lastCatchUp()
                        .map(run -> CatchUpAnswer.of(null, status.profile(), run))
                        .orElse(null),
                status.minutes(),
                status.api().map(Api::of).orElse(null),
                jobs.map(all -> all.getOrDefault(status.profile(), RunningCounts.Count.NONE))
                        .map(count -> new Jobs(count.running(), count.interrupted()))
                        .orElse(null));
    }
}
