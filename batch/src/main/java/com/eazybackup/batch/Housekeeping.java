package com.eazybackup.batch;

import com.eazybackup.access.AccessRetention;
import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.ingest.JobRetention;
import com.eazybackup.monitor.MonitorRuns;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import com.eazybackup.pulse.SnoozeRetention;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Deletes what nobody needs any more, one kind of thing after the other, each in small portions.
 * Asked to stop, it ends with the portion: the rest is found the next night.
 */
@Named
@Dependent
public class Housekeeping extends AbstractBatchlet {

    private static final Duration RECENT = Duration.ofDays(2);
    private static final Duration RUNS = Duration.ofDays(90);

    @Inject JobRetention jobs;
    @Inject SnoozeRetention snoozes;
    @Inject AccessRetention access;
    @Inject ChangeLog changes;
    @Inject JobRuns runs;
    @Inject BatchRepository repository;
    @Inject MonitorRuns monitorRuns;
    @Inject Settings settings;
    @Inject JobContext job;
    @Inject Clock clock;

    @Inject
    @BatchProperty(name = "dry_run")
    boolean dryRun;

    private volatile boolean stopped;
    private RunReport report;

    /** Deletes and says how many rows that was. */
    private interface Part {
        int run() throws SQLException;
    }

    @Override
    public String process() throws SQLException {
        report = RunReport.of(job);
        if (dryRun) {
            report.sentence("What is no longer needed would be deleted.");
            return null;
        }
        Instant now = clock.instant();
        part("recent_jobs", () -> jobs.recent(now.minus(RECENT), this::stopped));
        days(
                "ended_jobs",
                Setting.EB_JOBS_KEEP_DAYS,
                before -> jobs.history(before, this::stopped),
                now);
        part("snoozes", () -> snoozes.expired(now, this::stopped));
        part("tokens", () -> access.tokens(now, this::stopped));
        part("sessions", () -> access.sessions(now, this::stopped));
        days(
                "audit",
                Setting.EB_AUDIT_KEEP_DAYS,
                before -> access.trail(before, this::stopped),
                now);
        Duration feed = Duration.ofMinutes(settings.number(Setting.EB_CHANGES_KEEP_MINUTES));
        part("changes", () -> changes.forgetBefore(now.minus(feed)));
        part("job_runs", () -> runs.forget(now.minus(RUNS), this::stopped));
        part("monitor_runs", () -> monitorRuns.forgetOld());
        part("executions", () -> repository.forget(now.minus(RUNS), this::stopped));
        report.sentence(
                stopped ? "Stopped; the rest is left." : "What was no longer needed is deleted.");
        return null;
    }

    /** Deletes what is older than that and says how many rows it was. */
    private interface Aged {
        int run(Instant before) throws SQLException;
    }

    private void days(String kind, Setting keep, Aged aged, Instant now) throws SQLException {
        int days = settings.number(keep);
        if (days > 0) {
            part(kind, () -> aged.run(now.minus(Duration.ofDays(days))));
        }
    }

    private void part(String kind, Part part) throws SQLException {
        if (stopped) {
            return;
        }
        int rows = part.run();
        report.repaired(kind, rows);
        report.processed(rows);
    }

    private boolean stopped() {
        return stopped;
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
