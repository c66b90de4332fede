package com.eazybackup.web.api.operations;

import com.eazybackup.ingest.CatchUpRun;
import com.eazybackup.ingest.RecordedCatchUp;
import java.util.Locale;

/**
 * A catch-up, as programs see it.
 *
 * @param id null for the last one as the intake itself remembers it
 * @param began Unix seconds, as {@code ended}
 * @param gapS seconds; null when no event was ever written before
 * @param outcome {@code complete} or {@code failed}
 */
record CatchUpAnswer(
        Long id,
        String profile,
        String cause,
        long began,
        long ended,
        long tookMs,
        Long gapS,
        int users,
        int connections,
        int jobs,
        int running,
        int putRight,
        String details,
        String outcome,
        String error) {

    static CatchUpAnswer of(RecordedCatchUp recorded) {
        return of(recorded.id(), recorded.profile(), recorded.run());
    }

    static CatchUpAnswer of(Long id, String profile, CatchUpRun run) {
        return new CatchUpAnswer(
                id,
                profile,
                run.cause().name().toLowerCase(Locale.ROOT),
                run.began().getEpochSecond(),
                run.ended().getEpochSecond(),
                run.took().toMillis(),
                run.gap().map(gap -> gap.toSeconds()).orElse(null),
                run.users(),
                run.connections(),
                run.jobs(),
                run.running(),
                run.putRight(),
                run.details(),
                run.complete() ? "complete" : "failed",
                run.error());
    }
}
