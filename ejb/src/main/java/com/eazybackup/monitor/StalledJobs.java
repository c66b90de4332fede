package com.eazybackup.monitor;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.JobId;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.stream.TargetSource.NoTarget;
import com.eazybackup.ingest.FleetServers;
import com.eazybackup.ingest.LiveJob;
import com.eazybackup.ingest.LiveJobs;
import com.eazybackup.monitor.MonitorRun.Cause;
import com.eazybackup.monitor.MonitorRun.Mode;
import com.eazybackup.monitor.MonitorRun.Outcome;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Finds backups that run by the tables and show no life any more, and ends them: first it asks the
 * device to stop, then it tells Comet to give the job up, and what Comet then says of the job is
 * written as if an event had told it. {@link StallRule} says when.
 *
 * <p>Guarantee: one run at a time for each server, over all nodes. In mode {@code audit} and in a
 * dry run nothing is changed but the record of the run: the server is read, and what would be done
 * is told. Limits: jobs of users without a client are left alone.
 */
@ApplicationScoped
public class StalledJobs {

    private static final Logger LOG = System.getLogger(StalledJobs.class.getName());

    private FleetServers servers;
    private LiveJobs jobs;
    private NodeLock locks;
    private MonitorRuns runs;
    private Shifts shifts;
    private Clock clock;
    private StallLimits limits;
    private Mode mode;
    private Duration every;
    private boolean alwaysDry;
    private boolean verbose;

    /** What this node did last, by profile. */
    private final Map<String, MonitorRun> here = new ConcurrentHashMap<>();

    StalledJobs() {}

    @Inject
    public StalledJobs(
            FleetServers servers,
            LiveJobs jobs,
            NodeLock locks,
            MonitorRuns runs,
            Shifts shifts,
            Clock clock,
            Settings settings) {
        this.servers = servers;
        this.jobs = jobs;
        this.locks = locks;
        this.runs = runs;
        this.shifts = shifts;
        this.clock = clock;
        this.limits = StallLimits.of(settings);
        this.mode = Mode.valueOf(settings.text(Setting.EB_MON_MODE).toUpperCase(Locale.ROOT));
        this.every = settings.duration(Setting.EB_MON_INTERVAL_SECS);
        this.alwaysDry = settings.on(Setting.EB_MON_DRY_RUN);
        this.verbose = settings.on(Setting.EB_MON_VERBOSE);
    }

    public Mode mode() {
        return mode;
    }

    public StallLimits limits() {
        return limits;
    }

    Duration every() {
        return every;
    }

    MonitorRuns runs() {
        return runs;
    }

    /**
     * @return what this node did last, whatever came of it; empty before the first time
     */
    Optional<MonitorRun> here(ProfileName profile) {
        return Optional.ofNullable(here.get(profile.value()));
    }

    /**
     * Begins a run that an operator wants, whatever the mode, on a thread of its own.
     *
     * @return its id in {@link MonitorRuns}
     * @throws MonitorBusy while one is under way, here or on another node
     * @throws IllegalStateException when it could not begin, because the database does not answer
     */
    public long begin(ProfileName profile, MonitorRequest wanted)
            throws MonitorBusy, InterruptedException {
        StallLimits asked =
                limits.with(
                        wanted.staleSecs(),
                        wanted.recheckSecs(),
                        wanted.maxAttempts(),
                        wanted.limit());
        return shifts.monitor(profile, new MonitorOrder(Cause.REQUESTED, wanted.dryRun(), asked));
    }

    /** It is time; nothing when the mode is off. */
    void scheduled(ProfileName profile) throws InterruptedException {
        if (mode != Mode.OFF) {
            run(profile, new MonitorOrder(Cause.SCHEDULE, mode == Mode.AUDIT, limits), id -> {});
        }
    }

    /**
     * Runs now, in the caller's thread.
     *
     * @param begun told the run's id when it begins; not told when it is skipped or cannot begin
     * @return also when it came to nothing; never trouble of the server's or the database's as an
     *     exception
     */
    MonitorRun run(ProfileName profile, MonitorOrder asked, LongConsumer begun)
            throws InterruptedException {
        MonitorOrder order =
                new MonitorOrder(asked.cause(), asked.dryRun() || alwaysDry, asked.limits());
        Instant began = clock.instant();
        MonitorRun run;
        try (NodeLock.Held lock = locks.tryHold(lock(profile)).orElse(null)) {
            if (lock == null || justNow(profile, order, began)) {
                run = without(profile, order, began, Outcome.SKIPPED, "");
            } else {
                long id = runs.begin(profile, mode, order);
                MonitorRun done = null;
                try {
                    begun.accept(id);
                    done = pass(id, profile, order, began, lock);
                } finally {
                    // Our own rules stumbled: what is not ended says that it goes on.
                    if (done == null) {
                        brokenOff(id, profile, order, began);
                    }
                }
                run = done;
                runs.end(run);
            }
        } catch (SQLException e) {
            run = without(profile, order, began, Outcome.FAILED, MonitorTrouble.text(e));
        }
        here.put(profile.value(), run);
        tell(run);
        return run;
    }

    private boolean justNow(ProfileName profile, MonitorOrder order, Instant now)
            throws SQLException {
        return order.cause() == Cause.SCHEDULE
                && runs.lastScheduled(profile)
                        .map(last -> Duration.between(last, now))
                        .filter(age -> !age.isNegative() && age.compareTo(every.dividedBy(2)) < 0)
                        .isPresent();
    }

    private MonitorRun pass(
            long id, ProfileName profile, MonitorOrder order, Instant began, NodeLock.Held lock)
            throws InterruptedException {
        MonitorPass pass = null;
        String error = "";
        try {
            CometClient client = servers.client(profile);
            pass = new MonitorPass(profile, jobs, client, clock, order, verbose, lock::still);
            pass.run();
        } catch (CometException e) {
            if (e.kind() == CometException.Kind.INTERRUPTED) {
                throw (InterruptedException) new InterruptedException().initCause(e);
            }
            if (e.kind() == CometException.Kind.WRONG_CREDENTIALS) {
                servers.refused(profile);
            }
            error = MonitorTrouble.text(e);
        } catch (NoTarget | SQLException e) {
            error = MonitorTrouble.text(e);
        }
        return new MonitorRun(
                id,
                profile.value(),
                mode,
                order.cause(),
                order.dryRun(),
                began,
                Optional.of(clock.instant()),
                error.isEmpty() ? Outcome.COMPLETE : Outcome.FAILED,
                error,
                pass == null ? MonitorFigures.NONE : pass.tally().figures(),
                pass == null ? List.of() : pass.tally().lines());
    }

    /**
     * @return whether that is a running backup of a client
     */
    public boolean runs(ProfileName profile, JobId job) throws SQLException {
        return jobs.find(profile, job).isPresent();
    }

    /**
     * Judges one job, and changes nothing.
     *
     * @return empty when there is no such running backup of a client
     */
    public Optional<JobVerdict> judge(ProfileName profile, JobId job)
            throws SQLException, StepUnwritten, CometException, NoTarget, InterruptedException {
        return one(profile, job, true, () -> false);
    }

    /**
     * Takes one job its next step, however long ago it was looked at; never one that shows life.
     *
     * @return empty when there is no such running backup of a client
     * @throws MonitorBusy while a run is under way
     * @throws SQLException when the database takes nothing, after some seconds; nothing was done
     * @throws StepUnwritten when something was done before that
     */
    public Optional<JobVerdict> step(ProfileName profile, JobId job)
            throws SQLException,
                    StepUnwritten,
                    CometException,
                    NoTarget,
                    MonitorBusy,
                    InterruptedException {
        try (NodeLock.Held lock = locks.tryHold(lock(profile)).orElseThrow(() -> busy(profile))) {
            return one(profile, job, alwaysDry, lock::still);
        }
    }

    private Optional<JobVerdict> one(
            ProfileName profile, JobId id, boolean dry, BooleanSupplier mayAct)
            throws SQLException, StepUnwritten, CometException, NoTarget, InterruptedException {
        Optional<LiveJob> job = jobs.find(profile, id);
        if (job.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        MonitorTally tally = new MonitorTally(limits);
        JobStep step =
                new JobStep(jobs.hurried(), servers.client(profile), clock, tally, dry, mayAct);
        JobCase one = new JobCase(job.get(), limits, now.getEpochSecond(), true);
        try {
            JobVerdict verdict = new JobVerdict(step.take(one, new Listing(false)), now);
            if (step.forbidden().isPresent()) {
                throw step.forbidden().get();
            }
            return Optional.of(verdict);
        } catch (SQLException e) {
            if (!dry && tally.hasActed()) {
                throw new StepUnwritten(e);
            }
            throw e;
        }
    }

    static MonitorBusy busy(ProfileName profile) {
        return new MonitorBusy("The monitor is at the jobs of " + profile + " already.");
    }

    private static String lock(ProfileName profile) {
        return "monitor-" + profile;
    }

    private void brokenOff(long id, ProfileName profile, MonitorOrder order, Instant began) {
        MonitorRun run = without(id, profile, order, began, Outcome.FAILED, "The run broke off.");
        here.put(profile.value(), run);
        try {
            runs.end(run);
        } catch (SQLException e) {
            // What it broke off for is the trouble; the next run ends this one.
            LOG.log(Level.DEBUG, profile + ": the run's end is not written", e);
        }
    }

    private MonitorRun without(
            ProfileName profile, MonitorOrder order, Instant began, Outcome outcome, String error) {
        return without(0, profile, order, began, outcome, error);
    }

    private MonitorRun without(
            long id,
            ProfileName profile,
            MonitorOrder order,
            Instant began,
            Outcome outcome,
            String error) {
        return new MonitorRun(
                id,
                profile.value(),
                mode,
                order.cause(),
                order.dryRun(),
                began,
                Optional.of(clock.instant()),
                outcome,
                error,
                MonitorFigures.NONE,
                List.of());
    }

    private static void tell(MonitorRun run) {
        if (run.outcome() == Outcome.SKIPPED) {
            LOG.log(Level.DEBUG, "{0}: Monitor: another node is at it", run.profile());
            return;
        }
        LOG.log(
                run.outcome() == Outcome.COMPLETE ? Level.INFO : Level.WARNING,
                "{0}: Monitor: {1}{2}: {3} {4}",
                run.profile(),
                run.outcome().wire(),
                run.dryRun() ? " (dry run)" : "",
                run.figures(),
                run.error());
    }
}
