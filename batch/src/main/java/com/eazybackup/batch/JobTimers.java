package com.eazybackup.batch;

import com.eazybackup.platform.NodeLock;
import com.eazybackup.platform.OutageLog;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.NoMoreTimeoutsException;
import jakarta.ejb.NoSuchObjectLocalException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Keeps one persistent timer for each scheduled job in the database that all nodes share: it goes
 * off on one of them, at the due time or, when no node ran then, as soon as one does.
 *
 * <p>Guarantee: a schedule that was changed in the settings replaces the timer; a timer that got
 * lost is made again within five minutes; whoever takes a due time makes the timer of the next one,
 * so that one that goes off twice does not multiply.
 */
@Singleton
@Startup
@DependsOn("ejb.jar#Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class JobTimers {

    private static final Logger LOG = System.getLogger(JobTimers.class.getName());

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final OutageLog trouble = new OutageLog(LOG, "Timers of jobs cannot be kept");

    @Inject JobControl control;
    @Inject JobRuns runs;
    @Inject JobSchedules schedules;
    @Inject NodeLock locks;
    @Inject Clock clock;

    @Resource TimerService timers;

    @PostConstruct
    void start() {
        ensure();
    }

    /** Makes what is missing and cancels what is not wanted any more. */
    @Schedule(hour = "*", minute = "*/5", second = "30", persistent = false)
    public void ensure() {
        try {
            Optional<NodeLock.Held> held = locks.tryHold("job-timers");
            if (held.isPresent()) {
                try {
                    Arrays.stream(PortalJob.values()).forEach(this::ensure);
                } finally {
                    held.get().close();
                }
            }
            trouble.well();
        } catch (SQLException e) {
            trouble.failed(e);
        }
    }

    private void ensure(PortalJob job) {
        JobSchedule schedule = schedules.of(job);
        List<Timer> wanted = new ArrayList<>();
        for (Timer timer : mine()) {
            DueTime due = known(timer);
            if (due == null || !due.job().equals(job.code())) {
                continue;
            }
            if (due.schedule().equals(DueTime.key(schedule))) {
                wanted.add(timer);
            } else {
                cancel(timer);
                LOG.log(Level.INFO, "{0}: the schedule is {1} now", job.code(), schedule.text());
            }
        }
        if (wanted.isEmpty()) {
            schedule.next(clock.instant()).ifPresent(due -> make(first(job, schedule, due), due));
        }
        wanted.stream().skip(1).forEach(JobTimers::cancel);
    }

    private List<Timer> mine() {
        List<Timer> persistent = new ArrayList<>();
        for (Timer timer : timers.getTimers()) {
            try {
                if (timer.isPersistent()) {
                    persistent.add(timer);
                }
            } catch (NoSuchObjectLocalException | NoMoreTimeoutsException gone) {
                LOG.log(Level.DEBUG, "A timer has just gone off");
            }
        }
        return persistent;
    }

    private static void cancel(Timer timer) {
        try {
            timer.cancel();
        } catch (NoSuchObjectLocalException | NoMoreTimeoutsException gone) {
            LOG.log(Level.DEBUG, "A timer has just gone off");
        }
    }

    private static DueTime first(PortalJob job, JobSchedule schedule, Instant due) {
        return new DueTime(job.code(), DueTime.key(schedule), due.toEpochMilli(), 0);
    }

    private void make(DueTime due, Instant at) {
        // The container cuts to whole seconds: without this a timer would go off before its time.
        Duration wait = Duration.between(clock.instant(), at).plus(ONE_SECOND);
        timers.createSingleActionTimer(
                Math.max(1, wait.toMillis()), new TimerConfig(due.text(), true));
    }

    /** A due time has come, or has passed while no node ran. */
    @Timeout
    public void due(Timer timer) {
        DueTime due = DueTime.of(timer.getInfo());
        Optional<PortalJob> job = due == null ? Optional.empty() : PortalJob.of(due.job());
        if (job.isPresent() && due.schedule().equals(DueTime.key(schedules.of(job.get())))) {
            due(job.get(), due);
        }
    }

    private void due(PortalJob job, DueTime due) {
        JobSchedule schedule = schedules.of(job);
        Instant now = clock.instant();
        try {
            if (waitsForSync(job, due, now)) {
                make(due.waiting(now), now.plus(AGAIN));
                return;
            }
            Occasion.Cause cause =
                    SyncFirst.isLate(due, now) ? Occasion.Cause.CAUGHT_UP : Occasion.Cause.SCHEDULE;
            JobControl.Started started = control.start(job, Occasion.scheduled(cause, due.at()));
            if (started.answer() != JobControl.Answer.TAKEN) {
                // A clock that was set back must not make the same time due again.
                Instant after = now.isAfter(due.at()) ? now : due.at();
                schedule.next(after).ifPresent(next -> make(first(job, schedule, next), next));
            }
            trouble.well();
        } catch (SQLException e) {
            trouble.failed(e);
            make(due, now.plus(AGAIN));
        } catch (BatchRuntimeException e) {
            // It is recorded as failed; the timer of the next time is made within five minutes.
            trouble.failed(e);
        }
    }

    private boolean waitsForSync(PortalJob job, DueTime due, Instant now) throws SQLException {
        return job.afterSync()
                && SyncFirst.waits(
                        due, now, !runs.running(PortalJob.NIGHTLY_SYNC).isEmpty(), syncIsDue(now));
    }

    /** Its time has come, and no node has taken it. */
    private boolean syncIsDue(Instant now) {
        String wanted = DueTime.key(schedules.of(PortalJob.NIGHTLY_SYNC));
        for (Timer timer : mine()) {
            DueTime due = known(timer);
            if (due != null
                    && due.job().equals(PortalJob.NIGHTLY_SYNC.code())
                    && due.schedule().equals(wanted)
                    && !due.at().isAfter(now)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @return null of one that has just gone off, or is none of ours
     */
    private static DueTime known(Timer timer) {
        try {
            return DueTime.of(timer.getInfo());
        } catch (NoSuchObjectLocalException | NoMoreTimeoutsException gone) {
            return null;
        }
    }
}
