package com.eazybackup.fleet;

import com.eazybackup.comet.DeviceId;
import com.eazybackup.comet.JobState;
import com.eazybackup.comet.JobStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Rows of the jobs that run and of those that ended in the last 24 hours, within a client's scope.
 * A job of a revoked device is left out; one whose device has not been written yet is not.
 */
final class JobReader {

    private static final String LIVE = " FROM eb_jobs_live t";
    private static final String RECENT = " FROM eb_jobs_recent_24h t";

    private static final String JOINED =
            " LEFT JOIN comet_jobs j ON j.id = t.job_id AND j.client_id = t.client_id"
                    + " LEFT JOIN comet_items i"
                    + " ON i.id = j.comet_item_id AND i.client_id = t.client_id"
                    + " LEFT JOIN comet_devices d"
                    + " ON d.hash = t.device AND d.client_id = t.client_id"
                    + " WHERE t.client_id = ? AND d.revoked_at IS NULL AND ";

    private static final String COUNT = "SELECT COUNT(*)";

    private static final String COLUMNS =
            "SELECT t.server_id, t.job_id, t.username, t.device, t.job_type, d.name, i.name,"
                    + " COALESCE(j.status, 0), COALESCE(j.total_bytes, 0),";

    private static final String OF_RUNNING =
            COLUMNS
                    + " t.started_at, t.bytes_done,"
                    + " JSON_EXTRACT(j.content, '$.Progress.ItemsDone'),"
                    + " JSON_EXTRACT(j.content, '$.Progress.ItemsTotal'),"
                    + " IF(d.is_active = 0, COALESCE(UNIX_TIMESTAMP(d.offline_since), 0), 0)";

    private static final String OF_ENDED =
            COLUMNS
                    + " COALESCE(UNIX_TIMESTAMP(j.started_at),"
                    + " CAST(t.ended_at AS SIGNED) - t.duration_sec), t.bytes, t.ended_at, t.status";

    private final ClientScope scope;
    private final Interruption interruption;
    private final Instant now;

    JobReader(ClientScope scope, Interruption interruption, Instant now) {
        this.scope = scope;
        this.interruption = interruption;
        this.now = now;
    }

    /**
     * @return a SELECT that more conditions may be added to; {@link #runningJob} reads its rows.
     *     {@code t} is the table of running jobs, {@code j} the job's row of {@code comet_jobs},
     *     {@code d} its device
     */
    SqlQuery running() {
        return of(OF_RUNNING + LIVE);
    }

    /** How many those are. */
    SqlQuery countOfRunning() {
        return of(COUNT + LIVE);
    }

    /** The same for those that ended; {@link #endedJob} reads its rows. */
    SqlQuery ended() {
        return of(OF_ENDED + RECENT);
    }

    SqlQuery countOfEnded() {
        return of(COUNT + RECENT);
    }

    private SqlQuery of(String select) {
        return new SqlQuery()
                .add(select + JOINED, scope.client().value())
                .exactlyOneOf("t.username", scope.usernames());
    }

    FleetJob runningJob(ResultSet row) throws SQLException {
        long offline = row.getLong(14);
        boolean interrupted = interruption.holds(offline, now);
        return job(
                row,
                interrupted ? FleetJob.INTERRUPTED : FleetJob.RUNNING,
                interrupted ? JobState.INTERRUPTED : JobState.RUNNING,
                JobsNow.runningCode(row.getInt(8)),
                0,
                row.getLong(12),
                row.getLong(13),
                interrupted ? Interruption.DEVICE_OFFLINE : null,
                offline > 0 ? Instant.ofEpochSecond(offline).toString() : null);
    }

    FleetJob endedJob(ResultSet row) throws SQLException {
        String stored = row.getString(13);
        JobStatus status = JobStatus.of(row.getInt(8));
        // The row of comet_jobs may be missing, or be written a moment later by the nightly run.
        boolean known = row.getInt(8) != 0 && !status.running();
        return job(
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

    private FleetJob job(
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
                JobsNow.classification(row.getString(5)),
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
}
