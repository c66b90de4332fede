package com.eazybackup.fleet;

import com.eazybackup.comet.DeviceId;
import com.eazybackup.comet.JobState;
import com.eazybackup.comet.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/**
 * The jobs of a client that run now, and those that ended in the last 24 hours: what a live view
 * begins with. One query each.
 *
 * <p>A job of a revoked device is left out; one whose device has not been written yet is not.
 */
@ApplicationScoped
public class JobsNow {

    private static final String COMET_JOB =
            " LEFT JOIN comet_jobs j ON j.id = t.job_id AND j.client_id = t.client_id"
                    + " LEFT JOIN comet_items i"
                    + " ON i.id = j.comet_item_id AND i.client_id = t.client_id"
                    + " LEFT JOIN comet_devices d"
                    + " ON d.hash = t.device AND d.client_id = t.client_id"
                    + " WHERE t.client_id = ? AND d.revoked_at IS NULL AND ";

    private static final String COLUMNS =
            "SELECT t.server_id, t.job_id, t.username, t.device, t.job_type, d.name, i.name,"
                    + " COALESCE(j.status, 0), COALESCE(j.total_bytes, 0),";

    private static final String RUNNING =
            COLUMNS
                    + " t.started_at, t.bytes_done,"
                    + " JSON_EXTRACT(j.content, '$.Progress.ItemsDone'),"
                    + " JSON_EXTRACT(j.content, '$.Progress.ItemsTotal'),"
                    + " IF(d.is_active = 0, COALESCE(UNIX_TIMESTAMP(d.offline_since), 0), 0)"
                    + " FROM eb_jobs_live t";

    private static final String RECENT =
            COLUMNS
                    + " COALESCE(UNIX_TIMESTAMP(j.started_at),"
                    + " CAST(t.ended_at AS SIGNED) - t.duration_sec), t.bytes, t.ended_at, t.status"
                    + " FROM eb_jobs_recent_24h t";

    private DataSource database;
    private Clock clock;
    private Interruption interruption;

    JobsNow() {}

    @Inject
    public JobsNow(DataSource database, Clock clock, Interruption interruption) {
        this.database = database;
        this.clock = clock;
        this.interruption = interruption;
    }

    /**
     * @return at most {@code limit}, the latest started first
     * @throws FleetUnreadable when the database does not answer
     */
    public List<FleetJob> running(ClientScope scope, int limit) {
        if (scope.isEmpty()) {
            return List.of();
        }
        SqlQuery query =
                new SqlQuery()
                        .add(RUNNING + COMET_JOB, scope.client().value())
                        .exactlyOneOf("t.username", scope.usernames())
                        .add(" ORDER BY t.started_at DESC, t.job_id LIMIT ?", limit);
        Instant now = clock.instant();
        return read(query, row -> runningJob(scope, row, now));
    }

    /**
     * @return at most {@code limit}, the latest ended first
     * @throws FleetUnreadable when the database does not answer
     */
    public List<FleetJob> endedInLastDay(ClientScope scope, int limit) {
        if (scope.isEmpty()) {
            return List.of();
        }
        long from = clock.instant().minus(LatestBackup.WINDOW).getEpochSecond();
        SqlQuery query =
                new SqlQuery()
                        .add(RECENT + COMET_JOB, scope.client().value())
                        .exactlyOneOf("t.username", scope.usernames())
                        .add(
                                // As the key has it: only what is told is read.
                                " AND t.ended_at >= ? ORDER BY t.ended_at DESC, t.server_id DESC,"
                                        + " t.job_id DESC LIMIT ?",
                                from,
                                limit);
        return read(query, row -> endedJob(scope, row));
    }

    private List<FleetJob> read(SqlQuery query, SqlQuery.RowReader<FleetJob> reader) {
        try (Connection connection = database.getConnection()) {
            return query.list(connection, reader);
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    private FleetJob runningJob(ClientScope scope, ResultSet row, Instant now) throws SQLException {
        long offline = row.getLong(14);
        boolean interrupted = interruption.holds(offline, now);
        return job(
                scope,
                row,
                interrupted ? FleetJob.INTERRUPTED : FleetJob.RUNNING,
                interrupted ? JobState.INTERRUPTED : JobState.RUNNING,
                runningCode(row.getInt(8)),
                0,
                row.getLong(12),
                row.getLong(13),
                interrupted ? Interruption.DEVICE_OFFLINE : null,
                offline > 0 ? Instant.ofEpochSecond(offline).toString() : null);
    }

    private static FleetJob endedJob(ClientScope scope, ResultSet row) throws SQLException {
        String stored = row.getString(13);
        JobStatus status = JobStatus.of(row.getInt(8));
        // The row of comet_jobs may be missing, or be written a moment later by the nightly run.
        boolean known = row.getInt(8) != 0 && !status.running();
        return job(
                scope,
                row,
                stored,
                known ? status.state() : JobState.ofWire(stored),
                known ? row.getInt(8) : 0,
                row.getLong(12),
                0,
                0,
                null,
                null);
    }

    private static FleetJob job(
            ClientScope scope,
            ResultSet row,
            String status,
            JobState state,
            int code,
            long endedAt,
            long itemsDone,
            long itemsTotal,
            String reason,
            String offlineSince)
            throws SQLException {
        String device = row.getString(4);
        return new FleetJob(
                FleetJob.id(row.getString(1), row.getString(2)),
                row.getString(2),
                row.getString(1),
                row.getString(3),
                device,
                device.isEmpty() ? "" : DeviceKey.of(scope.client(), new DeviceId(device)).value(),
                row.getString(6) == null ? "" : row.getString(6),
                classification(row.getString(5)),
                status,
                state.wire(),
                code,
                row.getString(7) == null ? "" : row.getString(7),
                row.getLong(10),
                endedAt,
                row.getLong(11),
                row.getLong(9),
                itemsDone,
                itemsTotal,
                reason,
                offlineSince);
    }

    /** The column is text because the PHP system once wrote names there. */
    static int classification(String jobType) {
        return jobType.matches("\\d{1,9}") ? Integer.parseInt(jobType) : 0;
    }

    /** A running job is active unless its own record says how it runs. */
    static int runningCode(int recorded) {
        return JobStatus.of(recorded).running() ? recorded : JobStatus.ACTIVE.code();
    }
}
