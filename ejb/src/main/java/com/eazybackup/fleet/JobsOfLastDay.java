package com.eazybackup.fleet;

import com.eazybackup.comet.DeviceId;
import com.eazybackup.comet.JobStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The jobs of the last 24 hours of some devices, in two queries whatever their number. A job that
 * both tables know is the running one: its end has not reached us yet.
 */
final class JobsOfLastDay {

    private static final String RECORDED =
            "SELECT j.comet_device_id, j.username, j.id, j.type, j.status, i.name,"
                    + " UNIX_TIMESTAMP(j.started_at), UNIX_TIMESTAMP(j.ended_at),"
                    + " j.upload_bytes, j.total_bytes"
                    + " FROM comet_jobs j"
                    + " LEFT JOIN comet_items i"
                    + " ON i.id = j.comet_item_id AND i.client_id = j.client_id"
                    + " WHERE j.comet_device_id IN ";

    private static final String RUNNING =
            "SELECT l.server_id, l.job_id, l.device, l.job_type, l.started_at, l.bytes_done,"
                    + " j.status, j.total_bytes, i.name"
                    + " FROM eb_jobs_live l"
                    + " LEFT JOIN comet_jobs j"
                    + " ON j.id = l.job_id AND j.client_id = l.client_id"
                    + " LEFT JOIN comet_items i"
                    + " ON i.id = j.comet_item_id AND i.client_id = l.client_id"
                    + " WHERE l.client_id = ? AND l.device IN ";

    private final ClientScope scope;

    JobsOfLastDay(ClientScope scope) {
        this.scope = scope;
    }

    /**
     * @param devices keys, and the raw DeviceID of each; not empty
     * @return by key, each device's jobs by start
     */
    Map<String, List<DeviceJob>> of(Connection connection, Map<String, String> devices, Instant now)
            throws SQLException {
        Map<String, DeviceJob> byJob = new LinkedHashMap<>();
        for (DeviceJob job : recorded(connection, devices.keySet(), now)) {
            byJob.put(job.jobId(), job);
        }
        for (DeviceJob job : running(connection, devices.values())) {
            byJob.put(job.jobId(), job);
        }
        Map<String, List<DeviceJob>> byDevice = new HashMap<>();
        for (DeviceJob job : byJob.values()) {
            byDevice.computeIfAbsent(job.device(), key -> new ArrayList<>()).add(job);
        }
        for (List<DeviceJob> jobs : byDevice.values()) {
            jobs.sort(
                    Comparator.comparingLong(DeviceJob::startedAt).thenComparing(DeviceJob::jobId));
        }
        return byDevice;
    }

    /** Uses the index (comet_device_id, last_status_at); the last status is the end, else start. */
    private List<DeviceJob> recorded(Connection connection, Collection<String> keys, Instant now)
            throws SQLException {
        return new SqlQuery()
                .add(RECORDED)
                .in(keys)
                .add(
                        " AND j.last_status_at >= FROM_UNIXTIME(?) AND j.client_id = ?",
                        now.minus(LatestBackup.WINDOW).getEpochSecond(),
                        scope.client().value())
                .list(connection, this::recordedJob);
    }

    private DeviceJob recordedJob(ResultSet row) throws SQLException {
        int status = row.getInt(5);
        return new DeviceJob(
                row.getString(1),
                scope.profileOf(row.getString(2)),
                row.getString(3),
                row.getInt(4),
                status,
                orEmpty(row.getString(6)),
                row.getLong(7),
                JobStatus.of(status).running() ? 0 : row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                false,
                false);
    }

    private List<DeviceJob> running(Connection connection, Collection<String> hashes)
            throws SQLException {
        return new SqlQuery()
                .add(RUNNING, scope.client().value())
                .in(hashes)
                .list(connection, this::runningJob);
    }

    private DeviceJob runningJob(ResultSet row) throws SQLException {
        return new DeviceJob(
                DeviceKey.of(scope.client(), new DeviceId(row.getString(3))).value(),
                row.getString(1),
                row.getString(2),
                JobsNow.classification(row.getString(4)),
                JobsNow.runningCode(row.getInt(7)),
                orEmpty(row.getString(9)),
                row.getLong(5),
                0,
                row.getLong(6),
                row.getLong(8),
                true,
                false);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
