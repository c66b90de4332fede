package com.eazybackup.ingest;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometList;
import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobId;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.job.JobCalls;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Reads the jobs that have not ended: their progress, which no event tells, starts that were
 * missed, and ends that were missed or that Comet tells nobody. (Comet sends no event when an
 * administrator cancels.)
 *
 * <p>A job that we have as running and the list has not is asked for by itself before anything is
 * concluded, so a list that is too short does no harm.
 */
final class UnfinishedJobs {

    private static final int BATCH = 500;

    /** Each costs a call; the rest is found the next time. */
    private static final int ASKED_AT_ONCE = 50;

    /** Younger rows may have been written after the list was made. */
    private static final long YOUNG_SECONDS = 3;

    /** A row of {@code eb_jobs_live} that the list does not know. */
    private record Missing(JobId job, long lastUpdate) {}

    private final ProfileName profile;
    private final DataSource database;
    private final FleetWriter writer;
    private final Clock clock;
    private final RunningJobs jobs;

    UnfinishedJobs(ProfileName profile, WriterTools tools, FleetWriter writer, RunningJobs jobs) {
        this.profile = profile;
        this.database = tools.database();
        this.writer = writer;
        this.clock = tools.clock();
        this.jobs = jobs;
    }

    /**
     * @return whether this server has running jobs in our tables
     */
    boolean any() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT 1 FROM eb_jobs_live WHERE server_id = ? LIMIT 1")) {
            select.setString(1, profile.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * @param rows what was written is added
     * @return how many jobs the server calls unfinished
     */
    int read(CometClient server, RowTally rows)
            throws CometException, SQLException, InterruptedException {
        long began = clock.instant().getEpochSecond();
        Set<String> listed = new HashSet<>();
        List<News> news = new ArrayList<>();
        try (CometList<JobDetail> jobs = server.calls(JobCalls.class).unfinished()) {
            Optional<JobDetail> job = jobs.next();
            while (job.isPresent()) {
                listed.add(job.get().id().value());
                news.add(News.Job.listed(job.get(), began));
                if (news.size() == BATCH) {
                    writer.writeAsked(news, rows);
                    news = new ArrayList<>();
                }
                job = jobs.next();
            }
        }
        writer.writeAsked(news, rows);
        List<News> found = new ArrayList<>();
        for (Missing missing : missing(listed, began - YOUNG_SECONDS)) {
            ask(server, missing).ifPresent(found::add);
        }
        writer.writeAsked(found, rows);
        return listed.size();
    }

    private List<Missing> missing(Set<String> listed, long before) throws SQLException {
        List<Missing> missing = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT job_id, last_update FROM eb_jobs_live"
                                        + " WHERE server_id = ? AND last_update < ?"
                                        + " ORDER BY last_update")) {
            select.setString(1, profile.value());
            select.setLong(2, before);
            try (ResultSet row = select.executeQuery()) {
                while (row.next() && missing.size() < ASKED_AT_ONCE) {
                    if (!listed.contains(row.getString(1))) {
                        missing.add(new Missing(new JobId(row.getString(1)), row.getLong(2)));
                    }
                }
            }
        }
        return missing;
    }

    private Optional<News> ask(CometClient server, Missing missing)
            throws CometException, SQLException {
        try {
            return Optional.of(
                    News.Job.listed(
                            server.calls(JobCalls.class).job(missing.job()),
                            clock.instant().getEpochSecond()));
        } catch (CometException e) {
            if (e.kind() == CometException.Kind.NOT_FOUND) {
                return jobs.lost(missing.job(), missing.lastUpdate());
            }
            throw e;
        }
    }
}
