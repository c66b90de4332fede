package com.eazybackup.web.api.operations;

import com.eazybackup.monitor.MonitorFigures;
import com.eazybackup.monitor.MonitorLine;
import com.eazybackup.monitor.MonitorRun;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A run of the monitor, as programs see it. Times are Unix seconds.
 *
 * @param state {@code running} or {@code ended}
 * @param ended null while it runs, as {@code tookMs}
 */
record MonitorRunAnswer(
        long id,
        String profile,
        String mode,
        String state,
        long began,
        Long ended,
        Long tookMs,
        String cause,
        boolean dryRun,
        String outcome,
        String error,
        @JsonUnwrapped MonitorFigures figures,
        List<MonitorLine> lines) {

    static MonitorRunAnswer of(MonitorRun run) {
        return new MonitorRunAnswer(
                run.id(),
                run.profile(),
                run.mode().wire(),
                run.ended().isPresent() ? "ended" : "running",
                run.began().getEpochSecond(),
                run.ended().map(Instant::getEpochSecond).orElse(null),
                took(run),
                run.cause().wire(),
                run.dryRun(),
                run.outcome().wire(),
                run.error(),
                run.figures(),
                run.lines());
    }

    static Long took(MonitorRun run) {
        return run.ended().map(end -> Duration.between(run.began(), end).toMillis()).orElse(null);
    }
}
