package com.eazybackup.web.api.operations;

import com.eazybackup.monitor.HeartbeatRun;
import com.eazybackup.monitor.MonitorBoard;
import java.time.Instant;

/**
 * The last heartbeat of a Comet Server, as programs see it. Times are Unix seconds.
 *
 * @param came devices that came online, as {@code went}
 * @param outcome {@code complete}, {@code failed}, {@code refused} or {@code skipped}
 * @param next null when this node does not look
 */
record HeartbeatAnswer(
        String profile,
        long began,
        long tookMs,
        int connections,
        int connectedUsers,
        int users,
        int devices,
        int online,
        int offline,
        int came,
        int went,
        int deferred,
        String outcome,
        String error,
        long everyS,
        Long next) {

    static HeartbeatAnswer of(MonitorBoard.HeartbeatStanding standing) {
        HeartbeatRun run = standing.last();
        return new HeartbeatAnswer(
                run.profile(),
                run.began().getEpochSecond(),
                run.took().toMillis(),
                run.connections(),
                run.connectedUsers(),
                run.users(),
                run.devices(),
                run.online(),
                run.offline(),
                run.came(),
                run.went(),
                run.deferred(),
                run.outcome().wire(),
                run.error(),
                standing.every().toSeconds(),
                standing.next().map(Instant::getEpochSecond).orElse(null));
    }
}
