package com.eazybackup.operations;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.JobId;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.stream.TargetSource.NoTarget;
import com.eazybackup.fleet.Page;
import com.eazybackup.monitor.JobVerdict;
import com.eazybackup.monitor.MonitorBoard;
import com.eazybackup.monitor.MonitorBusy;
import com.eazybackup.monitor.MonitorRequest;
import com.eazybackup.monitor.MonitorRun;
import com.eazybackup.monitor.MonitorRuns;
import com.eazybackup.monitor.Shifts;
import com.eazybackup.monitor.StalledJob;
import com.eazybackup.monitor.StalledJobs;
import com.eazybackup.monitor.StalledList;
import com.eazybackup.monitor.StepUnwritten;
import com.eazybackup.operations.OperationRefused.Reason;
import com.eazybackup.platform.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * An operator's view of what is done by the clock for each Comet Server, and what may be asked of
 * it.
 *
 * <p>Every method throws {@link AccessRefused} for who may not, and for a Comet Server, job or run
 * that does not exist; {@link DatabaseUnavailable} when the database does not answer; and {@link
 * OperationRefused} when it cannot be done now.
 */
@ApplicationScoped
public class MonitorDesk {

    private static final String UNWRITTEN =
            "The Comet Server was asked to end the job. What came of it could not be written down,"
                    + " because the database takes nothing at the moment; the monitor's next run"
                    + " does that.";

    private Door door;
    private MonitorBoard board;
    private StalledList stalled;
    private MonitorRuns runs;
    private StalledJobs jobs;
    private Shifts shifts;

    MonitorDesk() {}

    @Inject
    public MonitorDesk(
            Door door,
            MonitorBoard board,
            StalledList stalled,
            MonitorRuns runs,
            StalledJobs jobs,
            Shifts shifts) {
        this.door = door;
        this.board = board;
        this.stalled = stalled;
        this.runs = runs;
        this.jobs = jobs;
        this.shifts = shifts;
    }

    /**
     * Costs no query: it also works while the database does not.
     *
     * @return the last one of each Comet Server, some seconds old
     */
    public List<MonitorBoard.HeartbeatStanding> heartbeats() {
        door.enter(Action.SEE_MONITOR);
        return board.heartbeats();
    }

    /** The same of the monitor's runs. */
    public List<MonitorBoard.MonitorStanding> monitors() {
        door.enter(Action.SEE_MONITOR);
        return board.monitors();
    }

    /**
     * @param page from 1
     * @return running backups without a sign of life, the longest first
     */
    public Page<StalledJob> stalled(int page, int size) {
        door.enter(Action.SEE_STALLED_JOBS);
        try {
            return stalled.page(page, size);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /**
     * @param profile only of this Comet Server
     * @param page from 1
     * @return runs of all nodes, the newest first
     */
    public Page<MonitorRun> runs(Optional<ProfileName> profile, int page, int size) {
        door.enter(Action.SEE_MONITOR_RUNS);
        try {
            return runs.list(profile, page, size);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    public MonitorRun run(long id) {
        door.enter(Action.SEE_MONITOR_RUNS);
        try {
            return runs.find(id)
                    .orElseThrow(() -> door.foreign(Action.SEE_MONITOR_RUNS, Long.toString(id)));
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /**
     * Begins a run.
     *
     * @param profile of this Comet Server; else of each that is not at it already
     * @return also where none has begun, as long as one has
     */
    public BegunRuns begin(Optional<ProfileName> profile, MonitorRequest wanted) {
        List<ProfileName> profiles = known(Action.RUN_MONITOR, profile);
        return door.act(
                Action.RUN_MONITOR,
                target(profile),
                () -> BegunRuns.of(profiles, each -> jobs.begin(each, wanted)),
                runs -> word(runs, wanted));
    }

    private static String word(BegunRuns runs, MonitorRequest wanted) {
        String word = wanted.dryRun() ? "dry-run" : "ok";
        return runs.others().isEmpty() ? word : word + ", not all";
    }

    /** Says what would be done about one job now, and changes nothing. */
    public JobVerdict judge(ProfileName profile, JobId job) {
        return one(Action.JUDGE_JOB, profile, job, () -> jobs.judge(profile, job));
    }

    /** Takes one job its next step; never one that shows life. */
    public JobVerdict step(ProfileName profile, JobId job) {
        return one(Action.STEP_JOB, profile, job, () -> jobs.step(profile, job));
    }

    /** Asks a Comet Server. */
    private interface Look {
        Optional<JobVerdict> take()
                throws SQLException,
                        StepUnwritten,
                        CometException,
                        NoTarget,
                        MonitorBusy,
                        InterruptedException;
    }

    private JobVerdict one(Action action, ProfileName profile, JobId job, Look look) {
        String target = profile + "/" + job;
        door.enter(action);
        if (!shifts.knows(profile) || !runs(profile, job)) {
            throw door.foreign(action, target);
        }
        return door.act(
                        action,
                        target,
                        () -> taken(look),
                        verdict -> verdict.map(MonitorDesk::word).orElse("not-found"))
                .orElseThrow(() -> new AccessRefused(AccessRefused.Reason.NOT_FOUND));
    }

    private boolean runs(ProfileName profile, JobId job) {
        try {
            return jobs.runs(profile, job);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static Optional<JobVerdict> taken(Look look) {
        try {
            return look.take();
        } catch (SQLException e) {
            throw unavailable(e);
        } catch (StepUnwritten e) {
            throw new OperationRefused(Reason.UNWRITTEN, UNWRITTEN);
        } catch (CometException e) {
            throw new OperationRefused(
                    e.kind().passing() ? Reason.COMET_AWAY : Reason.COMET_REFUSED, e.getMessage());
        } catch (NoTarget e) {
            throw new OperationRefused(Reason.COMET_AWAY, e.getMessage());
        } catch (MonitorBusy e) {
            throw new OperationRefused(Reason.CONFLICT, e.getMessage());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static String word(JobVerdict verdict) {
        String action = verdict.line().action();
        return action.isEmpty() ? verdict.line().rule() : action;
    }

    /**
     * Has it asked soon which devices are connected.
     *
     * @param profile of this Comet Server; else of each
     */
    public void heartbeat(Optional<ProfileName> profile) {
        List<ProfileName> profiles = known(Action.RUN_HEARTBEAT, profile);
        door.act(
                Action.RUN_HEARTBEAT,
                target(profile),
                () -> {
                    profiles.forEach(shifts::heartbeat);
                    return profiles;
                },
                all -> "ok");
    }

    private List<ProfileName> known(Action action, Optional<ProfileName> profile) {
        door.enter(action);
        if (profile.isEmpty()) {
            return shifts.profiles();
        }
        if (!shifts.knows(profile.get())) {
            throw door.foreign(action, profile.get().value());
        }
        return List.of(profile.get());
    }

    private static String target(Optional<ProfileName> profile) {
        return profile.map(ProfileName::value).orElse("");
    }

    private static DatabaseUnavailable unavailable(SQLException e) {
        return new DatabaseUnavailable("the monitor's tables do not answer", e);
    }

    private static OperationRefused interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new OperationRefused(Reason.CONFLICT, "The portal is ending: " + e.getMessage());
    }
}
