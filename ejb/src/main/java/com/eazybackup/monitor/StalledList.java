package com.eazybackup.monitor;

import com.eazybackup.fleet.Page;
import com.eazybackup.ingest.ActionStage;
import com.eazybackup.ingest.JobMarks;
import com.eazybackup.monitor.StallRule.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * The running backups that show no life for at least half of {@code EB_MON_STALE_SECS}, or that
 * something was found with. From our own tables, of all nodes: two queries for a page.
 */
@ApplicationScoped
public class StalledList {

    private static final String IDLE = "GREATEST(l.started_at, l.last_update, l.last_bytes_ts)";

    private static final String FROM =
            " FROM eb_jobs_live l"
                    + " LEFT JOIN comet_devices d ON d.hash = l.device AND d.client_id = l.client_id"
                    + " AND d.username = l.username"
                    + " LEFT JOIN comet_jobs j ON j.id = l.job_id AND j.client_id = l.client_id"
                    + " LEFT JOIN comet_items i ON i.id = j.comet_item_id"
                    + " AND i.client_id = l.client_id"
                    + " WHERE l.job_type = '4001' AND l.client_id > 0 AND ("
                    + IDLE
                    + " <= ? OR l.stale_observations > 0)";

    private static final String COLUMNS =
            "SELECT l.server_id, l.job_id, l.username, l.client_id, COALESCE(d.id, ''),"
                    + " COALESCE(d.name, ''), COALESCE(i.type, ''), COALESCE(i.name, ''),"
                    + " l.started_at, "
                    + IDLE
                    + ", l.stale_observations, l.cancel_attempts, l.action_stage,"
                    + " l.next_action_ts, l.last_checked_ts, COALESCE(l.last_action_error, ''),"
                    + " COALESCE(j.comet_cancellation_id, ''),"
                    + " IF(d.is_active = 0, COALESCE(UNIX_TIMESTAMP(d.offline_since), 0), 0)";

    private DataSource database;
    private StalledJobs stalled;
    private Clock clock;

    StalledList() {}

    @Inject
    public StalledList(DataSource database, StalledJobs stalled, Clock clock) {
        this.database = database;
        this.stalled = stalled;
        this.clock = clock;
    }

    /**
     * @param page from 1
     * @return those without life for longest first
     */
    public Page<StalledJob> page(int page, int size) throws SQLException {
        long now = clock.instant().getEpochSecond();
        long before = now - stalled.limits().stale() / 2;
        try (Connection connection = database.getConnection()) {
            List<StalledJob> found = new ArrayList<>();
            try (PreparedStatement select =
                    connection.prepareStatement(
                            COLUMNS + FROM + " ORDER BY 10, l.job_id LIMIT ? OFFSET ?")) {
                select.setLong(1, before);
                select.setInt(2, size);
                select.setLong(3, (page - 1L) * size);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(job(row, now));
                    }
                }
            }
            return new Page<>(found, page, size, count(connection, before));
        }
    }

    private static long count(Connection connection, long before) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*)" + FROM)) {
            select.setLong(1, before);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private StalledJob job(ResultSet row, long now) throws SQLException {
        StallLimits limits = stalled.limits();
        JobMarks marks =
                new JobMarks(
                        row.getInt(11),
                        row.getInt(12),
                        ActionStage.of(row.getString(13)),
                        row.getLong(14),
                        row.getLong(15),
                        row.getString(16));
        long offline = row.getLong(18);
        StallRule.Facts facts =
                new StallRule.Facts(
                        row.getLong(10),
                        offline > 0 ? OptionalLong.of(offline) : OptionalLong.empty(),
                        !row.getString(17).isEmpty(),
                        marks);
        return new StalledJob(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                Instant.ofEpochSecond(row.getLong(9)),
                Instant.ofEpochSecond(row.getLong(10)),
                marks.observations(),
                marks.attempts(),
                limits.attempts(),
                marks.stage().wire(),
                next(StallRule.decide(facts, limits, now, false)),
                moment(marks.nextAction()),
                moment(marks.lastChecked()),
                marks.error());
    }

    /** In the words of the API. */
    static String next(Verdict verdict) {
        return switch (verdict) {
            case FRESH, DEFERRED, CHECKED -> "wait";
            case STRIKE, RESTED -> "look";
            case CANCEL -> "cancel";
            case ABANDON, ABANDON_AFTER_TRY -> "abandon";
            case RESTING, EXHAUST -> "rest";
        };
    }

    private static Optional<Instant> moment(long seconds) {
        return seconds > 0 ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
    }
}
