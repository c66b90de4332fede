package com.eazybackup.web.api.operations;

import com.eazybackup.monitor.MonitorBoard;
import com.eazybackup.monitor.MonitorFigures;
import com.eazybackup.monitor.MonitorRun;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * The last run over a Comet Server's jobs, as programs see it. Times are Unix seconds.
 *
 * @param tookMs null while it runs
 * @param next null when nothing is done by the clock
 */
record MonitorAnswer(
        String profile,
        String mode,
        long began,
        Long tookMs,
        String cause,
        boolean dryRun,
        String outcome,
        String error,
        @JsonUnwrapped MonitorFigures figures,
        int failuresInRow,
        Long lastSuccess,
        Long next) {

    static MonitorAnswer of(MonitorBoard.MonitorStanding standing) {
        MonitorRun run = standing.last();
        return new MonitorAnswer(
                run.profile(),
                run.mode().wire(),
                run.began().getEpochSecond(),
                MonitorRunAnswer.took(run),
                run.cause().wire(),
                run.dryRun(),
                run.outcome().wire(),
                run.error(),
                run.figures(),
                standing.failuresInRow(),
                standing.lastSuccess().map(Instant::getEpochSecond).orElse(null),
                standing.next().map(Instant::getEpochSecond).orElse(null));
    }
}
