package com.eazybackup.ingest;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometList;
import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobId;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.job.JobCalls;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Reads the jobs that have not ended: their progress, which no event tells, starts that were
 * missed, and ends that were missed or that Comet tells nobody. (Comet sends no event when an
 * administrator cancels.)
 *
 * <p>A job that we have as running and the list has not is asked for by itself before anything is
 * concluded, so a list that is too short does no harm. What the server does not answer about one of
 * them is nobody else's trouble.
 *
 * <p>Limit: one thread at a time.
 */
final class UnfinishedJobs {

    private static final Logger LOG = System.getLogger(UnfinishedJobs.class.getName());
    private static final int BATCH = 500;

    /** Each costs a call; the rest is found the next time. */
    private static final int ASKED_AT_ONCE = 50;

    /** Younger rows may have been written after the list was made. */
    private static final long YOUNG_SECONDS = 3;

    private final ProfileName profile;
    private final DataSource database;
    private final FleetWriter writer;
    private final Clock clock;
    private final LostJobs lost;

    /** Those that still ran after they were asked for, the one asked for last at the end. */
    private final Set<JobId> asked = new LinkedHashSet<>();

    UnfinishedJobs(ProfileName profile, WriterTools tools, FleetWriter writer) {
        this.profile = profile;
        this.database = tools.database();
        this.writer = writer;
        this.clock = tools.clock();
        this.lost = new LostJobs(profile, tools.database());
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
        askMissing(server, missing(listed, began - YOUNG_SECONDS), rows);
        return listed.size();
    }

    /**
     * @return when each that the list has not was last heard of, the longest ago first
     */
    private Map<JobId, Long> missing(Set<String> listed, long before) throws SQLException {
        Map<JobId, Long> missing = new LinkedHashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT job_id, last_update FROM eb_jobs_live"
                                        + " WHERE server_id = ? AND last_update < ?"
                                        + " ORDER BY last_update")) {
            select.setString(1, profile.value());
            select.setLong(2, before);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!listed.contains(row.getString(1))) {
                        missing.put(new JobId(row.getString(1)), row.getLong(2));
                    }
                }
            }
        }
        return missing;
    }

    private void askMissing(CometClient server, Map<JobId, Long> missing, RowTally rows)
            throws CometException, SQLException, InterruptedException {
        List<News> found = new ArrayList<>();
        Map<JobId, String> silent = new LinkedHashMap<>();
        try {
            for (JobId job : turn(missing.keySet())) {
                try {
                    ask(server, job, missing.get(job)).ifPresent(found::add);
                } catch (CometException e) {
                    if (e.kind().endsAll()) {
                        throw e;
                    }
                    silent.put(job, e.getMessage());
                    if (!e.isSaidByComet() && e.kind().passing()) {
                        // The server is away: the others would wait in vain, too.
                        break;
                    }
                }
            }
        } finally {
            writer.writeAsked(found, rows);
        }
        if (!silent.isEmpty()) {
            LOG.log(Level.INFO, "{0}: jobs that nothing is known of now: {1}", profile, silent);
        }
    }

    private Optional<News> ask(CometClient server, JobId job, long lastHeard)
            throws CometException, SQLException {
        try {
            return Optional.of(
                    News.Job.listed(
                            server.calls(JobCalls.class).job(job),
                            clock.instant().getEpochSecond()));
        } catch (CometException e) {
            if (e.saysUnknown(true)) {
                return lost.of(job, lastHeard);
            }
            throw e;
        }
    }

    /**
     * Those that were asked for in vain come last, or they would keep the others from their turn.
     */
    private List<JobId> turn(Set<JobId> missing) {
        asked.retainAll(missing);
        Set<JobId> inTurn = new LinkedHashSet<>(missing);
        inTurn.removeAll(asked);
        inTurn.addAll(asked);
        List<JobId> turn = inTurn.stream().limit(ASKED_AT_ONCE).toList();
        turn.forEach(asked::remove);
        asked.addAll(turn);
        return turn;
    }
}
