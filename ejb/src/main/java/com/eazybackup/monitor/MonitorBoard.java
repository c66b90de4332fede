package com.eazybackup.monitor;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.FleetServers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the last heartbeats and runs of the monitor went, on whichever node, for many who look often.
 *
 * <p>Guarantee: costs no query; {@link BoardWatch} reads the tables every five seconds. While the
 * database is away it tells what this node itself has done.
 */
@ApplicationScoped
public class MonitorBoard {

    private FleetServers servers;
    private Heartbeat heartbeat;
    private StalledJobs stalled;
    private Shifts shifts;
    private volatile List<HeartbeatStanding> heartbeats = List.of();
    private volatile List<MonitorStanding> monitors = List.of();

    MonitorBoard() {}

    @Inject
    public MonitorBoard(
            FleetServers servers, Heartbeat heartbeat, StalledJobs stalled, Shifts shifts) {
        this.servers = servers;
        this.heartbeat = heartbeat;
        this.stalled = stalled;
        this.shifts = shifts;
    }

    /**
     * The last heartbeat of a Comet Server.
     *
     * @param next on this node
     */
    public record HeartbeatStanding(HeartbeatRun last, Duration every, Optional<Instant> next) {}

    /**
     * The last run over a Comet Server's jobs, without its lines.
     *
     * @param mode as the settings say it, whatever the run was
     * @param next on this node; empty when nothing is done by the clock
     */
    public record MonitorStanding(
            MonitorRun last,
            MonitorRun.Mode mode,
            Duration every,
            int failuresInRow,
            Optional<Instant> lastSuccess,
            Optional<Instant> next) {}

    public List<HeartbeatStanding> heartbeats() {
        return heartbeats;
    }

    public List<MonitorStanding> monitors() {
        return monitors;
    }

    /**
     * Reads the tables.
     *
     * @throws SQLException when they do not answer; what this node knows of itself is told then
     */
    void look() throws SQLException {
        List<HeartbeatRun> beats = List.of();
        List<MonitorRun> runs = List.of();
        Map<String, MonitorRuns.Standing> standings = Map.of();
        try {
            beats = heartbeat.table().all();
            runs = stalled.runs().last();
            standings = stalled.runs().standings();
        } finally {
            show(beats, runs, standings);
        }
    }

    private void show(
            List<HeartbeatRun> beats,
            List<MonitorRun> runs,
            Map<String, MonitorRuns.Standing> standings) {
        List<HeartbeatStanding> shownBeats = new ArrayList<>();
        List<MonitorStanding> shownRuns = new ArrayList<>();
        for (ProfileName profile : servers.profiles()) {
            heartbeat(profile, beats)
                    .map(
                            run ->
                                    new HeartbeatStanding(
                                            run, heartbeat.every(), shifts.nextHeartbeat(profile)))
                    .ifPresent(shownBeats::add);
            MonitorRuns.Standing standing =
                    standings.getOrDefault(profile.value(), MonitorRuns.Standing.NONE);
            monitor(profile, runs)
                    .map(run -> standing(profile, run, standing))
                    .ifPresent(shownRuns::add);
        }
        heartbeats = List.copyOf(shownBeats);
        monitors = List.copyOf(shownRuns);
    }

    private MonitorStanding standing(
            ProfileName profile, MonitorRun run, MonitorRuns.Standing standing) {
        return new MonitorStanding(
                run,
                stalled.mode(),
                stalled.every(),
                standing.failures(),
                standing.lastSuccess(),
                stalled.mode() == MonitorRun.Mode.OFF
                        ? Optional.empty()
                        : shifts.nextMonitor(profile));
    }

    /** A turn that was skipped tells less than any other. */
    private Optional<HeartbeatRun> heartbeat(ProfileName profile, List<HeartbeatRun> all) {
        Optional<HeartbeatRun> here = heartbeat.here(profile);
        return Stream.concat(
                        all.stream().filter(run -> run.profile().equals(profile.value())),
                        here.filter(run -> run.outcome() != HeartbeatRun.Outcome.SKIPPED).stream())
                .max((a, b) -> a.began().compareTo(b.began()))
                .or(() -> here);
    }

    private Optional<MonitorRun> monitor(ProfileName profile, List<MonitorRun> all) {
        Optional<MonitorRun> here = stalled.here(profile);
        return Stream.concat(
                        all.stream().filter(run -> run.profile().equals(profile.value())),
                        here
                                .filter(run -> run.id() == 0)
                                .filter(run -> run.outcome() != MonitorRun.Outcome.SKIPPED)
                                .stream())
                .max((a, b) -> a.began().compareTo(b.began()))
                .or(() -> here);
    }
}
