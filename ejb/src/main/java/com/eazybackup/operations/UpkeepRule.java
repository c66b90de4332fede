package com.eazybackup.operations;

import com.eazybackup.monitor.HeartbeatRun;
import com.eazybackup.monitor.MonitorBoard;
import com.eazybackup.monitor.MonitorBoard.HeartbeatStanding;
import com.eazybackup.monitor.MonitorBoard.MonitorStanding;
import com.eazybackup.monitor.MonitorRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Alerts of a heartbeat that has not gone well for five minutes, and of a stalled-job monitor that
 * has failed three times in a row or not succeeded for twenty minutes; over with the next that goes
 * well.
 */
@ApplicationScoped
public class UpkeepRule implements AlertRule {

    private static final Duration HEARTBEAT = Duration.ofMinutes(5);
    private static final Duration MONITOR = Duration.ofMinutes(20);
    private static final int IN_A_ROW = 3;

    private MonitorBoard board;
    private Clock clock;
    private Instant since;
    private final Map<String, Instant> lastGood = new HashMap<>();

    UpkeepRule() {}

    @Inject
    public UpkeepRule(MonitorBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
        this.since = clock.instant();
    }

    @Override
    public boolean costsQueries() {
        return false;
    }

    @Override
    public List<Finding> look() {
        Instant now = clock.instant();
        List<Finding> found = new ArrayList<>();
        for (HeartbeatStanding standing : board.heartbeats()) {
            HeartbeatRun last = standing.last();
            if (last.outcome() == HeartbeatRun.Outcome.COMPLETE) {
                lastGood.merge(last.profile(), last.began(), UpkeepRule::later);
            }
            Instant good = later(since, lastGood.getOrDefault(last.profile(), since));
            found.add(heartbeat(standing, good, now));
        }
        for (MonitorStanding standing : board.monitors()) {
            found.add(monitor(standing, since, now));
        }
        return found;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Pure.
     *
     * @param good when the last one that went well began, else since when it is looked at
     */
    static Finding heartbeat(HeartbeatStanding standing, Instant good, Instant now) {
        HeartbeatRun last = standing.last();
        Duration patience = HEARTBEAT.plus(standing.every().multipliedBy(2));
        if (good.plus(patience).isBefore(now)) {
            return Finding.raise(
                    AlertKind.HEARTBEAT_FAILING,
                    last.profile(),
                    "No heartbeat has gone well since "
                            + good
                            + (last.error().isEmpty() ? "." : ": " + last.error()));
        }
        return last.outcome() == HeartbeatRun.Outcome.COMPLETE
                ? Finding.close(AlertKind.HEARTBEAT_FAILING, last.profile())
                : Finding.leave(AlertKind.HEARTBEAT_FAILING, last.profile());
    }

    /**
     * Pure.
     *
     * @param since it is looked at
     */
    static Finding monitor(MonitorStanding standing, Instant since, Instant now) {
        MonitorRun last = standing.last();
        if (standing.mode() == MonitorRun.Mode.OFF) {
            return Finding.close(AlertKind.MONITOR_FAILING, last.profile());
        }
        Instant good = standing.lastSuccess().filter(at -> at.isAfter(since)).orElse(since);
        if (standing.failuresInRow() >= IN_A_ROW
                || good.plus(MONITOR).plus(standing.every().multipliedBy(2)).isBefore(now)) {
            return Finding.raise(
                    AlertKind.MONITOR_FAILING,
                    last.profile(),
                    standing.failuresInRow()
                            + " runs in a row have failed"
                            + (last.error().isEmpty() ? "." : ": " + last.error()));
        }
        return standing.failuresInRow() == 0
                ? Finding.close(AlertKind.MONITOR_FAILING, last.profile())
                : Finding.leave(AlertKind.MONITOR_FAILING, last.profile());
    }
}
