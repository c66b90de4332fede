package com.eazybackup.fleet;

import static java.util.stream.Collectors.joining;

import com.eazybackup.comet.JobStatus;
import com.eazybackup.whmcs.ClientId;
import java.util.Arrays;

/**
 * What {@link StandingRule} judges the devices {@code d} of a client by: {@code s} is a device's
 * row of {@code eb_device_standing}, {@code i} its items' rows of {@code eb_item_standing}, {@code
 * l} its running backup that began last, {@code j} the latest one's row where its vault matters.
 */
final class StandingSql {

    private static final String KEPT = " LEFT JOIN eb_device_standing s ON s.device_id = d.id";

    // A key of 64 characters is cut to what it is, so that the join can have a key of its own.
    private static final String RUNNING =
            " LEFT JOIN (SELECT v.* FROM (SELECT LEFT(o.id, 64) AS device_id, t.server_id, t.job_id,"
                    + " t.started_at,"
                    + " IF(o.is_active = 0, COALESCE(UNIX_TIMESTAMP(o.offline_since), 0), 0)"
                    + " AS offline_since,"
                    + " ROW_NUMBER() OVER (PARTITION BY o.id ORDER BY t.started_at DESC,"
                    + " CAST(t.job_id AS BINARY) DESC) AS place"
                    + " FROM eb_jobs_live t"
                    + " JOIN comet_devices o ON o.hash = t.device AND o.client_id = t.client_id"
                    + " WHERE t.client_id = ? AND t.job_type = '4001') v WHERE v.place = 1) l"
                    + " ON l.device_id = d.id";

    // The row of a job is read only where a vault can be the cause of how it ended.
    private static final String VAULT =
            " LEFT JOIN comet_jobs j ON j.id = s.job_id AND j.client_id = d.client_id"
                    + " AND s.status IN ("
                    + ofVaults()
                    + ")";

    /** Of a row {@code i}; as {@link DeviceItem#dueAt} says it. */
    static final String DUE =
            "GREATEST(COALESCE(i.last_good_at, 0), COALESCE(i.promised_since, 0)) + i.promised_secs";

    // Looked up for each device: of a few of them no more is read than of these.
    private static final String FIRST_DUE =
            "(SELECT MIN(" + DUE + ") FROM eb_item_standing i WHERE i.device_id = d.id)";

    static final String FACTS =
            " UNIX_TIMESTAMP(d.created_at), s.job_id, s.status, s.started_at, s.ended_at,"
                    + " l.job_id, l.started_at, l.offline_since,"
                    + " s.last_good_at, s.failing_since, s.failures, s.promised_secs,"
                    + " s.server_id, j.comet_vault_id, l.server_id, "
                    + FIRST_DUE;

    private StandingSql() {}

    /** Adds what stands behind {@code comet_devices d}. */
    static SqlQuery joins(SqlQuery query, ClientId client) {
        return query.add(KEPT).add(RUNNING, client.value()).add(VAULT);
    }

    private static String ofVaults() {
        return Arrays.stream(JobStatus.values())
                .filter(status -> !status.running())
                .filter(status -> Cause.OF_VAULTS.contains(DeviceState.of(status.state())))
                .map(JobStatus::wire)
                .collect(joining(","));
    }
}
