package com.eazybackup.ingest;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobId;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.CometUser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * The running jobs of one Comet Server for those who look after them. What they find out about a
 * job goes the way of all news; what they remember of their own work goes into columns that no news
 * touches.
 */
final class RunningJobs {

    private static final int BATCH = 500;
    private static final int ERROR = 255;

    private static final String SELECT =
            "SELECT l.job_id, l.client_id, l.username, l.device, COALESCE(d.name, ''),"
                    + " l.started_at, l.last_update, l.last_bytes, l.last_bytes_ts,"
                    + " IF(d.is_active = 0, UNIX_TIMESTAMP(d.offline_since), NULL),"
                    + " l.stale_observations, l.cancel_attempts, l.action_stage, l.next_action_ts,"
                    + " l.last_checked_ts, COALESCE(l.last_action_error, '')"
                    + " FROM eb_jobs_live l LEFT JOIN comet_devices d ON d.hash = l.device"
                    + " AND d.client_id = l.client_id AND d.username = l.username"
                    + " AND d.revoked_at IS NULL"
                    + " WHERE l.server_id = ? AND l.job_type = '4001' AND l.client_id > 0"
                    + " AND (? = '' OR l.job_id = ?) ORDER BY l.last_checked_ts, l.job_id";

    /** Only upon what was read: somebody else may have looked at it since. */
    private static final String MARK =
            "UPDATE eb_jobs_live SET stale_observations = ?, cancel_attempts = ?, action_stage = ?,"
                    + " next_action_ts = ?, last_checked_ts = ?, last_action_error = ?"
                    + " WHERE server_id = ? AND job_id = ? AND last_checked_ts = ?";

    private static final String MOVED =
            "UPDATE eb_jobs_live SET last_bytes = ?, last_bytes_ts = ?"
                    + " WHERE server_id = ? AND job_id = ? AND last_bytes < ?";

    private final ProfileName profile;
    private final WriterTools tools;
    private final DataSource database;
    private final FleetWriter writer;
    private final LostJobs lost;
    private final boolean hurried;
    private final Clock clock;

    RunningJobs(ProfileName profile, WriterTools tools, FleetWriter writer) {
        this(profile, tools, writer, false);
    }

    private RunningJobs(
            ProfileName profile, WriterTools tools, FleetWriter writer, boolean hurried) {
        this.profile = profile;
        this.tools = tools;
        this.database = tools.database();
        this.writer = writer;
        this.lost = new LostJobs(profile, tools.database());
        this.clock = tools.clock();
        this.hurried = hurried;
    }

    /** See {@link LiveJobs#hurried}. */
    RunningJobs hurried() {
        return new RunningJobs(profile, tools, writer, true);
    }

    /**
     * @param only that job; empty for all
     * @return those whose user belongs to a client, the one not looked at for the longest time
     *     first
     */
    List<LiveJob> read(String only) throws SQLException {
        List<LiveJob> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, profile.value());
            select.setString(2, only);
            select.setString(3, only);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(job(row));
                }
            }
        }
        Map<CometUsername, CometUser> owners =
                tools.resolver()
                        .resolve(
                                profile,
                                found.stream()
                                        .map(job -> new CometUsername(job.username()))
                                        .distinct()
                                        .toList());
        return found.stream()
                .filter(
                        job ->
                                Optional.ofNullable(owners.get(new CometUsername(job.username())))
                                        .filter(owner -> owner.client().equals(job.client()))
                                        .isPresent())
                .toList();
    }

    private LiveJob job(ResultSet row) throws SQLException {
        long offline = row.getLong(10);
        return new LiveJob(
                profile,
                new JobId(row.getString(1)),
                new ClientId(row.getInt(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                offline > 0 ? OptionalLong.of(offline) : OptionalLong.empty(),
                new JobMarks(
                        row.getInt(11),
                        row.getInt(12),
                        ActionStage.of(row.getString(13)),
                        row.getLong(14),
                        row.getLong(15),
                        row.getString(16)));
    }

    /** As a list or an answer says it. */
    void take(List<JobDetail> jobs, Instant asked) throws SQLException, InterruptedException {
        for (int from = 0; from < jobs.size(); from += BATCH) {
            List<News> news = new ArrayList<>();
            for (JobDetail job : jobs.subList(from, Math.min(from + BATCH, jobs.size()))) {
                news.add(News.Job.listed(job, asked.getEpochSecond()));
            }
            write(news);
        }
    }

    private void write(List<News> news) throws SQLException, InterruptedException {
        if (!hurried) {
            writer.writeAsked(news, new RowTally());
            return;
        }
        for (News each : news) {
            if (!writer.writeOnce(each)) {
                // Whoever has the time to write it puts it into the quarantine.
                throw new SQLException(profile + ": what the server says of a job is not stored");
            }
        }
    }

    /** It has an end, whatever its status. */
    void takeEnded(JobDetail job) throws SQLException, InterruptedException {
        News ended = new News.Job(job, true, clock.instant().getEpochSecond());
        write(List.of(ended));
    }

    /**
     * The server does not know it any more.
     *
     * @return false when it does not run any more
     */
    boolean takeLost(JobId job, long lastHeard) throws SQLException, InterruptedException {
        Optional<News> news = lost.of(job, lastHeard);
        if (news.isPresent()) {
            write(List.of(news.get()));
        }
        return news.isPresent();
    }

    /**
     * @return false when somebody else has looked at it since, or it has ended
     */
    boolean mark(LiveJob job, JobMarks marks) throws SQLException {
        return update(
                MARK,
                marks.observations(),
                marks.attempts(),
                marks.stage().wire(),
                marks.nextAction(),
                marks.lastChecked(),
                marks.error().isEmpty() ? null : Fit.to(ERROR, marks.error()),
                profile.value(),
                job.id().value(),
                job.marks().lastChecked());
    }

    /** It has moved so much by now; news tell that only of what the device itself counts. */
    void moved(LiveJob job, long bytes, long at) throws SQLException {
        update(MOVED, bytes, at, profile.value(), job.id().value(), bytes);
    }

    private boolean update(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                Rows.set(update, i + 1, values[i]);
            }
            return update.executeUpdate() > 0;
        }
    }
}
