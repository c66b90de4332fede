package com.eazybackup.monitor;

import com.eazybackup.comet.CometException;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.stream.TargetSource.NoTarget;
import com.eazybackup.ingest.FleetServers;
import com.eazybackup.ingest.PresenceReport;
import com.eazybackup.monitor.HeartbeatRun.Outcome;
import com.eazybackup.platform.NodeLock;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Asks a Comet Server which devices are connected, because it does not always tell that one has
 * gone.
 *
 * <p>Guarantee: one at a time for each server, over all nodes; a second node that comes within half
 * the interval records that it skipped its turn, so that two misses are as far apart as on one
 * node. One that somebody asks for so soon finds who came back, and counts no second miss. A call
 * that fails, and a list that is not believed, change nothing.
 *
 * <p>Cost: one call, and for the lock and the record seven statements besides what {@code ingest}
 * says of a roll call; what did not change is not written.
 */
@ApplicationScoped
public class Heartbeat {

    private static final Logger LOG = System.getLogger(Heartbeat.class.getName());

    private FleetServers servers;
    private NodeLock locks;
    private HeartbeatTable table;
    private Clock clock;
    private Duration every;
    private int strikes;

    /** What this node did last, by profile. */
    private final Map<String, HeartbeatRun> here = new ConcurrentHashMap<>();

    Heartbeat() {}

    @Inject
    public Heartbeat(
            FleetServers servers,
            NodeLock locks,
            DataSource database,
            Clock clock,
            Settings settings) {
        this.servers = servers;
        this.locks = locks;
        this.table = new HeartbeatTable(database);
        this.clock = clock;
        this.every = settings.duration(Setting.EB_HEARTBEAT_INTERVAL);
        this.strikes = settings.number(Setting.EB_DEVICE_OFFLINE_STRIKES);
    }

    public Duration every() {
        return every;
    }

    /**
     * @return what this node did last, whatever came of it; empty before the first time
     */
    Optional<HeartbeatRun> here(ProfileName profile) {
        return Optional.ofNullable(here.get(profile.value()));
    }

    HeartbeatTable table() {
        return table;
    }

    /**
     * Looks now.
     *
     * @param asked by somebody, so that it does not matter when another node looked
     * @return also when it came to nothing; never trouble as an exception
     */
    public HeartbeatRun look(ProfileName profile, boolean asked) throws InterruptedException {
        Instant began = clock.instant();
        HeartbeatRun run;
        try (NodeLock.Held lock = locks.tryHold("heartbeat-" + profile).orElse(null)) {
            Optional<HeartbeatRun> before = table.of(profile.value());
            boolean justNow = !asked && before.filter(last -> isRecent(last, began)).isPresent();
            if (lock == null || justNow) {
                run = without(profile, began, Outcome.SKIPPED, "", 0);
            } else {
                run = look(profile, began, before);
                table.write(run);
            }
        } catch (SQLException e) {
            run = without(profile, began, Outcome.FAILED, MonitorTrouble.text(e), 0);
        }
        here.put(profile.value(), run);
        tell(profile, run);
        return run;
    }

    private boolean isRecent(HeartbeatRun last, Instant now) {
        Duration age = Duration.between(last.began(), now);
        return !age.isNegative() && age.compareTo(every.dividedBy(2)) < 0;
    }

    private HeartbeatRun look(ProfileName profile, Instant began, Optional<HeartbeatRun> before)
            throws SQLException, InterruptedException {
        int doubted = before.map(HeartbeatRun::doubted).orElse(0);
        // One that somebody asks for right after another one stands for that.
        int doubts =
                before.filter(last -> isRecent(last, began)).isPresent()
                        ? Math.max(0, doubted - 1)
                        : doubted;
        try {
            PresenceReport report = servers.presence(profile, strikes, doubts, every.dividedBy(2));
            return new HeartbeatRun(
                    profile.value(),
                    began,
                    Duration.between(began, clock.instant()),
                    report.connections(),
                    report.connectedUsers(),
                    report.users(),
                    report.devices(),
                    report.online(),
                    report.came(),
                    report.went(),
                    report.deferred(),
                    report.believed() ? Outcome.COMPLETE : Outcome.REFUSED,
                    report.doubt(),
                    report.tooShort() ? doubts + 1 : 0);
        } catch (CometException e) {
            if (e.kind() == CometException.Kind.INTERRUPTED) {
                throw (InterruptedException) new InterruptedException().initCause(e);
            }
            if (e.kind() == CometException.Kind.WRONG_CREDENTIALS) {
                servers.refused(profile);
            }
            return without(profile, began, Outcome.FAILED, MonitorTrouble.text(e), doubted);
        } catch (NoTarget e) {
            return without(profile, began, Outcome.FAILED, MonitorTrouble.text(e), doubted);
        }
    }

    private HeartbeatRun without(
            ProfileName profile, Instant began, Outcome outcome, String error, int doubted) {
        return HeartbeatRun.without(
                profile.value(),
                began,
                Duration.between(began, clock.instant()),
                outcome,
                error,
                doubted);
    }

    private static void tell(ProfileName profile, HeartbeatRun run) {
        switch (run.outcome()) {
            case COMPLETE -> {
                LOG.log(
                        Level.INFO,
                        "{0}: Heartbeat: Comet reports {1} active connections for {2} users",
                        profile,
                        Integer.toString(run.connections()),
                        Integer.toString(run.connectedUsers()));
                LOG.log(
                        Level.INFO,
                        "{0}: Heartbeat: checked {1} devices for {2} server users, online={3},"
                                + " offline={4}, changed={5}, deferred={6}",
                        profile,
                        Integer.toString(run.devices()),
                        Integer.toString(run.users()),
                        Integer.toString(run.online()),
                        Integer.toString(run.offline()),
                        Integer.toString(run.came() + run.went()),
                        Integer.toString(run.deferred()));
            }
            case FAILED, REFUSED ->
                    LOG.log(
                            Level.WARNING,
                            "{0}: Heartbeat: {1}: {2}",
                            profile,
                            run.outcome().wire(),
                            run.error());
            case SKIPPED ->
                    LOG.log(Level.DEBUG, "{0}: Heartbeat: another node has looked", profile);
        }
    }
}
