package com.eazybackup.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * The jobs behind one number of the summary of the last 24 hours, page by page.
 *
 * <p>Guarantee: the same rows that the summary counts, by the same rules: what was skipped is in
 * none, what both tables know runs, a revoked device hides its jobs and one that has not been
 * written yet hides none.
 *
 * <p>Cost: two queries, one when the page is empty, none when the client has no active service. The
 * count looks at each of the client's jobs of the day. Limits: the two are not one snapshot, and
 * the summary follows the change feed, so that either may be a moment ahead of the other.
 */
@ApplicationScoped
public class JobsOfBucket {

    // A job that is in both tables has come to life again, or its end is being written: it runs.
    private static final String ENDED =
            " AND t.status = ? AND t.ended_at >= ?"
                    + JobBucket.NOT_SKIPPED
                    + " AND NOT EXISTS (SELECT 1 FROM eb_jobs_live l"
                    + " WHERE l.server_id = t.server_id AND l.job_id = t.job_id)";

    private DataSource database;
    private Clock clock;
    private Interruption interruption;

    JobsOfBucket() {}

    @Inject
    public JobsOfBucket(DataSource database, Clock clock, Interruption interruption) {
        this.database = database;
        this.clock = clock;
        this.interruption = interruption;
    }

    /**
     * @param page counted from 1
     * @return the latest ended first; of those that run the latest started
     * @throws FleetUnreadable when the database does not answer
     */
    public Page<FleetJob> page(ClientScope scope, JobBucket bucket, int page, int size) {
        if (scope.isEmpty()) {
            return new Page<>(List.of(), page, size, 0);
        }
        Instant now = clock.instant();
        JobReader reader = new JobReader(scope, interruption, now);
        boolean ended = bucket.ended();
        long skipped = (page - 1L) * size;
        try (Connection connection = database.getConnection()) {
            SqlQuery count = ended ? reader.countOfEnded() : reader.countOfRunning();
            long total =
                    narrowed(count, bucket, now).list(connection, row -> row.getLong(1)).get(0);
            if (skipped >= total) {
                return new Page<>(List.of(), page, size, total);
            }
            SqlQuery query =
                    narrowed(ended ? reader.ended() : reader.running(), bucket, now)
                            .add(
                                    // As the key of the ended has it.
                                    (ended
                                                    ? " ORDER BY t.ended_at DESC"
                                                    : " ORDER BY t.started_at DESC")
                                            + ", t.server_id DESC, t.job_id DESC LIMIT ? OFFSET ?",
                                    size,
                                    skipped);
            return new Page<>(
                    query.list(connection, ended ? reader::endedJob : reader::runningJob),
                    page,
                    size,
                    total);
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    private SqlQuery narrowed(SqlQuery query, JobBucket bucket, Instant now) {
        if (bucket.ended()) {
            return query.add(ENDED, bucket.wire(), now.minus(LatestBackup.WINDOW).getEpochSecond());
        }
        return query.add(
                " AND" + (bucket == JobBucket.INTERRUPTED ? "" : " NOT") + JobsOfDevice.AWAY,
                now.minus(interruption.grace()).getEpochSecond());
    }
}
