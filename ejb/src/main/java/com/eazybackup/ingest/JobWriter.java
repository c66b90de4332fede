package com.eazybackup.ingest;

import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobId;
import com.eazybackup.comet.JobStatus;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.JobOrder.Known;
import com.eazybackup.ingest.KnownJobs.Live;
import com.eazybackup.whmcs.CometUser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what one batch says about jobs: running ones, ended ones, all jobs. Reads what is known of
 * all of them first, because the driver does not say which row of a batch changed anything.
 */
final class JobWriter {

    /** A job that was noticed after so long is history: no news, no row of recent jobs. */
    private static final long NEWS_SECONDS = 24 * 3600;

    private static final long RECENT_SECONDS = 48 * 3600;

    private final ProfileName profile;
    private final Owners owners;
    private final IntakeCounts counts;
    private final long now;

    private KnownJobs known;

    private final DeviceKeys devices = new DeviceKeys();
    private final Rows running = new Rows(JobTables.SET_RUNNING);
    private final Rows ended = new Rows(JobTables.SET_ENDED);
    private final Rows liveRows = new Rows(JobTables.SET_LIVE);
    private final Rows recentRows = new Rows(JobTables.SET_RECENT);
    private final Map<String, Object[]> seen = new LinkedHashMap<>();
    private final FilledVaults vaults = new FilledVaults();
    private final List<String> noLongerLive = new ArrayList<>();
    private final StandingWriter standings;
    private final List<String> noLongerRecent = new ArrayList<>();
    private final List<JobChange> changes = new ArrayList<>();

    /**
     * @param now Unix seconds
     */
    JobWriter(ProfileName profile, Owners owners, IntakeCounts counts, long now) {
        this.profile = profile;
        this.owners = owners;
        this.counts = counts;
        this.now = now;
        this.standings = new StandingWriter(profile);
    }

    /**
     * Writes and adds to the drafts what became different.
     *
     * @return how many jobs were not so before
     */
    int write(Connection connection, Collection<News.Job> jobs, ChangeDrafts drafts)
            throws SQLException {
        if (jobs.isEmpty()) {
            return 0;
        }
        known =
                KnownJobs.read(
                        connection,
                        profile,
                        jobs.stream().map(News.Job::job).map(JobDetail::id).toList());
        for (News.Job job : jobs) {
            owners.of(job.job().username())
                    .ifPresentOrElse(owner -> decide(job, owner), () -> unowned(job));
        }
        running.write(connection);
        ended.write(connection);
        standings.write(connection);
        liveRows.write(connection);
        List<Object> server = List.of(profile.value());
        Lookup.update(connection, JobTables.FORGET_LIVE, server, noLongerLive);
        Lookup.update(connection, JobTables.FORGET_RECENT, server, noLongerRecent);
        recentRows.write(connection);
        write(connection, JobTables.SEEN, seen.values());
        vaults.write(connection);
        JobNames.of(connection, changes).tell(changes, drafts);
        return running.size() + ended.size();
    }

    private static void write(Connection connection, String sql, Collection<Object[]> values)
            throws SQLException {
        Rows rows = new Rows(sql);
        values.forEach(rows::add);
        rows.write(connection);
    }

    private void decide(News.Job news, CometUser owner) {
        JobId id = news.job().id();
        Known before = known.of(id);
        switch (JobOrder.decide(before, news.job().status(), news.endedAt())) {
            case RUNNING -> setRunning(news, owner, before);
            case ENDED -> setEnded(news, owner, before);
            case NOTHING -> {
                counts.repeated(1);
                if (before.ended() && judges(news.job())) {
                    String device = devices.of(owner.client(), news.job().deviceId());
                    standings.repeated(device, owner, before.endedAt());
                }
                if (before.ended() && known.live(id) != null) {
                    // Left over from a writer that died between two tables.
                    noLongerLive.add(id.value());
                }
            }
        }
    }

    /** It is nobody's to be recorded; but once it has ended it runs for nobody, either. */
    private void unowned(News.Job news) {
        counts.unowned();
        JobId id = news.job().id();
        Known before = known.of(id);
        boolean over =
                switch (JobOrder.decide(before, news.job().status(), news.endedAt())) {
                    case ENDED -> true;
                    case NOTHING -> before.ended();
                    case RUNNING -> false;
                };
        if (over && known.live(id) != null) {
            noLongerLive.add(id.value());
        }
    }

    private void setRunning(News.Job news, CometUser owner, Known before) {
        JobDetail job = news.job();
        Live row = known.live(job.id());
        if (row != null && before != null && unchanged(job, row, before)) {
            counts.repeated(1);
            return;
        }
        long startedAt = startedAt(news);
        boolean revived = before != null && before.ended();
        if (revived) {
            noLongerRecent.add(job.id().value());
        }
        long since = revived ? Math.max(news.at(), before.endedAt()) : startedAt;
        String device = devices.of(owner.client(), job.deviceId());
        if (revived && judges(job)) {
            standings.runsAgain(device, item(job), owner, before);
        }
        running.add(JobRow.of(job, owner, device, startedAt, Math.max(since, kept(before)), null));
        long rate =
                row == null || now <= row.lastUpdate()
                        ? 0
                        : Fit.unsigned(job.bytesDone() - row.bytesDone())
                                / (now - row.lastUpdate());
        liveRows.add(
                profile.value(),
                job.id().value(),
                Fit.to(Fit.NAME, owner.username()),
                Fit.to(Fit.NAME, job.deviceId()),
                Integer.toString(job.classification()),
                startedAt,
                Fit.unsigned(job.bytesDone()),
                rate,
                now,
                Fit.unsigned(job.bytesDone()),
                now,
                owner.client().value());
        changes.add(
                new JobChange(
                        row == null ? "job:start" : "job:progress",
                        profile,
                        job,
                        owner,
                        device,
                        row == null ? startedAt : row.startedAt(),
                        0));
    }

    /** A revival's time is remembered until the job ends. */
    private static long kept(Known before) {
        return before != null && !before.ended() && before.status() == JobStatus.REVIVED.code()
                ? before.lastStatusAt()
                : 0;
    }

    private static boolean unchanged(JobDetail job, Live row, Known before) {
        boolean same =
                row.bytesDone() == Fit.unsigned(job.bytesDone()) && before.status() == job.status();
        // The event of the start carries no progress; told late, it takes none away.
        boolean startToldLate = job.bytesDone() == 0 && row.bytesDone() > 0;
        return same || startToldLate;
    }

    private void setEnded(News.Job news, CometUser owner, Known before) {
        JobDetail job = news.job();
        String id = job.id().value();
        long startedAt = Math.min(startedAt(news), news.endedAt());
        long endedAt = news.endedAt();
        String device = devices.of(owner.client(), job.deviceId());
        ended.add(JobRow.of(job, owner, device, startedAt, endedAt, endedAt));
        noteStanding(job, owner, device, startedAt, endedAt, before);
        boolean wasLive = known.live(job.id()) != null;
        if (wasLive) {
            noLongerLive.add(id);
        }
        if (endedAt > now - RECENT_SECONDS) {
            recentRows.add(
                    profile.value(),
                    id,
                    Fit.to(Fit.NAME, owner.username()),
                    Fit.to(Fit.NAME, job.deviceId()),
                    Integer.toString(job.classification()),
                    JobStatus.of(job.status()).stored(),
                    JobRow.finalBytes(job),
                    endedAt - startedAt,
                    endedAt,
                    owner.client().value());
        }
        noteDevice(job, owner, startedAt, endedAt);
        noteVault(job, owner, endedAt);
        boolean revisedHistory = before != null && before.ended() && !wasLive;
        if (wasLive || revisedHistory || endedAt > now - NEWS_SECONDS) {
            changes.add(new JobChange("job:end", profile, job, owner, device, startedAt, endedAt));
        }
    }

    /** What other kinds of jobs came to says nothing about backups. */
    private static boolean judges(JobDetail job) {
        return job.classification() == StandingWriter.BACKUP && !job.deviceId().isEmpty();
    }

    /** As its row has it. */
    private static String item(JobDetail job) {
        return Fit.to(Fit.GUID, job.itemId());
    }

    private void noteStanding(
            JobDetail job,
            CometUser owner,
            String device,
            long startedAt,
            long endedAt,
            Known before) {
        if (judges(job)) {
            BackupEnd end =
                    new BackupEnd(
                            Fit.to(Fit.GUID, job.id().value()),
                            Fit.small(job.status()),
                            Fit.unsigned(startedAt),
                            endedAt);
            standings.ended(device, item(job), owner, end, before);
        }
    }

    /** A device that finished a job was there. */
    private void noteDevice(JobDetail job, CometUser owner, long startedAt, long endedAt) {
        if (!job.deviceId().isEmpty() && job.status() != JobStatus.MISSED.code()) {
            seen.merge(
                    job.deviceId(),
                    new Object[] {
                        profile.value(),
                        Fit.to(128, job.deviceId()),
                        Fit.to(Fit.NAME, owner.username()),
                        startedAt,
                        endedAt
                    },
                    (a, b) -> (long) a[4] >= (long) b[4] ? a : b);
        }
    }

    /** The job has just measured the vault; the profile will say the same, later. */
    private void noteVault(JobDetail job, CometUser owner, long endedAt) {
        boolean good =
                job.status() == JobStatus.SUCCESS.code()
                        || job.status() == JobStatus.WARNING.code();
        if (good && !job.vaultId().isEmpty()) {
            vaults.add(
                    Fit.to(Fit.GUID, job.vaultId()),
                    owner.client(),
                    Fit.to(Fit.NAME, owner.username()),
                    job.vaultSize(),
                    endedAt);
        }
    }

    private long startedAt(News.Job news) {
        JobDetail job = news.job();
        if (job.startedAt() > 0) {
            return job.startedAt();
        }
        long stored = known.startedAt(job.id());
        return stored > 0 ? stored : news.at();
    }
}
