package com.eazybackup.operations;

import com.eazybackup.monitor.HeartbeatRun;
import com.eazybackup.monitor.MonitorBoard;
import com.eazybackup.monitor.MonitorBoard.HeartbeatStanding;
import com.eazybackup.monitor.MonitorBoard.MonitorStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What is measured of the heartbeat and the stalled-job monitor of each Comet Server, on whichever
 * node they ran, with the tag {@code profile}. Not a number before the first run.
 *
 * <p>{@code docs/metrics.md} is held against this list.
 */
enum UpkeepMeter {
    HEARTBEAT_AGE(
            MeterKind.SECONDS,
            "heartbeat.age",
            "How long ago the last heartbeat began.",
            (board, profile, now) -> beat(board, profile, run -> age(run.began(), now))),
    HEARTBEAT_COMPLETE(
            MeterKind.GAUGE,
            "heartbeat.complete",
            "1 when the last heartbeat went well, 0 when it failed or was not believed.",
            (board, profile, now) ->
                    beat(
                            board,
                            profile,
                            run -> run.outcome() == HeartbeatRun.Outcome.COMPLETE ? 1 : 0)),
    HEARTBEAT_ONLINE(
            MeterKind.GAUGE,
            "heartbeat.online",
            "Devices that are online by the last heartbeat.",
            (board, profile, now) -> beat(board, profile, HeartbeatRun::online)),
    HEARTBEAT_OFFLINE(
            MeterKind.GAUGE,
            "heartbeat.offline",
            "Devices that are offline by the last heartbeat.",
            (board, profile, now) -> beat(board, profile, HeartbeatRun::offline)),
    MONITOR_FAILURES(
            MeterKind.GAUGE,
            "monitor.failures",
            "Runs of the stalled-job monitor that have failed in a row.",
            (board, profile, now) -> monitor(board, profile, MonitorStanding::failuresInRow)),
    MONITOR_AGE(
            MeterKind.SECONDS,
            "monitor.age",
            "How long ago the stalled-job monitor last succeeded.",
            (board, profile, now) ->
                    monitor(
                            board,
                            profile,
                            standing ->
                                    standing.lastSuccess()
                                            .map(at -> age(at, now))
                                            .orElse(Double.NaN))),
    MONITOR_UNFINISHED(
            MeterKind.GAUGE,
            "monitor.unfinished",
            "Jobs that the Comet Server listed as unfinished in the monitor's last run.",
            (board, profile, now) ->
                    monitor(board, profile, standing -> standing.last().figures().unfinished()));

    /** Reads the number. */
    private interface Reading {
        double of(MonitorBoard board, String profile, Instant now);
    }

    static final String PREFIX = "eazybackup.";
    private static final double MS = 1000.0;

    private final MeterKind kind;
    private final String tail;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // the readings above hold nothing
    private final Reading reading;

    UpkeepMeter(MeterKind kind, String tail, String meaning, Reading reading) {
        this.kind = kind;
        this.tail = tail;
        this.meaning = meaning;
        this.reading = reading;
    }

    MeterKind kind() {
        return kind;
    }

    String meterName() {
        return PREFIX + tail;
    }

    String meaning() {
        return meaning;
    }

    double of(MonitorBoard board, String profile, Instant now) {
        return reading.of(board, profile, now);
    }

    private static double beat(
            MonitorBoard board, String profile, ToDoubleFunction<HeartbeatRun> value) {
        Optional<HeartbeatRun> last =
                board.heartbeats().stream()
                        .map(HeartbeatStanding::last)
                        .filter(run -> run.profile().equals(profile))
                        .findFirst();
        return last.isPresent() ? value.applyAsDouble(last.get()) : Double.NaN;
    }

    private static double monitor(
            MonitorBoard board, String profile, ToDoubleFunction<MonitorStanding> value) {
        Optional<MonitorStanding> standing =
                board.monitors().stream()
                        .filter(one -> one.last().profile().equals(profile))
                        .findFirst();
        return standing.isPresent() ? value.applyAsDouble(standing.get()) : Double.NaN;
    }

    private static double age(Instant from, Instant now) {
        return Duration.between(from, now).toMillis() / MS;
    }
}
