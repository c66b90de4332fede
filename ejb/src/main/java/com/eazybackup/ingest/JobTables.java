package com.eazybackup.ingest;

import java.util.List;

/** The statements that write jobs. */
final class JobTables {

    static final String KNOWN =
            "SELECT id, status, UNIX_TIMESTAMP(started_at), UNIX_TIMESTAMP(ended_at),"
                    + " UNIX_TIMESTAMP(last_status_at) FROM comet_jobs WHERE id IN ";

    static final String KNOWN_LIVE =
            "SELECT job_id, started_at, bytes_done, last_update FROM eb_jobs_live"
                    + " WHERE server_id = ? AND job_id IN ";

    static final String FORGET_LIVE = "DELETE FROM eb_jobs_live WHERE server_id = ? AND job_id IN ";

    static final String FORGET_RECENT =
            "DELETE FROM eb_jobs_recent_24h WHERE server_id = ? AND job_id IN ";

    private static final List<String> COLUMNS =
            List.of(
                    "content",
                    "client_id",
                    "username",
                    "comet_vault_id",
                    "comet_device_id",
                    "comet_item_id",
                    "type",
                    "comet_snapshot_id",
                    "comet_cancellation_id",
                    "total_bytes",
                    "total_files",
                    "total_directories",
                    "upload_bytes",
                    "download_bytes",
                    "total_ms_accounts",
                    "started_at",
                    "last_status_at");

    private static final String INSERT =
            "INSERT INTO comet_jobs (id, "
                    + String.join(", ", COLUMNS)
                    + ", ended_at, status) VALUES (?,"
                    + "?,".repeat(COLUMNS.size() - 2)
                    + "FROM_UNIXTIME(?),FROM_UNIXTIME(?),FROM_UNIXTIME(?),?) ON DUPLICATE KEY UPDATE ";

    /**
     * The rows were read before, in the same transaction; the guard is for a second writer. In an
     * update the columns are set one after the other, so those that the guard looks at come last.
     */
    static final String SET_RUNNING =
            INSERT
                    + guarded("ended_at IS NULL OR VALUES(status) = 6002", COLUMNS)
                    + ", "
                    + guarded(
                            "ended_at IS NULL OR VALUES(status) = 6002",
                            List.of("status", "ended_at"));

    static final String SET_ENDED =
            INSERT
                    + guarded(
                            "ended_at IS NULL OR status = 7007 OR VALUES(ended_at) >= ended_at",
                            COLUMNS)
                    + ", "
                    + guarded(
                            "ended_at IS NULL OR status = 7007 OR VALUES(ended_at) >= ended_at",
                            List.of("ended_at", "status"));

    static final String SET_LIVE =
            "INSERT INTO eb_jobs_live (server_id, job_id, username, device, job_type, started_at,"
                    + " bytes_done, throughput_bps, last_update, last_bytes, last_bytes_ts, client_id)"
                    + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?) ON DUPLICATE KEY UPDATE"
                    + " username = VALUES(username), device = VALUES(device),"
                    + " job_type = VALUES(job_type), bytes_done = VALUES(bytes_done),"
                    + " throughput_bps = VALUES(throughput_bps), last_update = VALUES(last_update),"
                    + " last_bytes = VALUES(last_bytes), last_bytes_ts = VALUES(last_bytes_ts),"
                    + " client_id = VALUES(client_id)";

    static final String SET_RECENT =
            "INSERT INTO eb_jobs_recent_24h (server_id, job_id, username, device, job_type, status,"
                    + " bytes, duration_sec, ended_at, client_id) VALUES (?,?,?,?,?,?,?,?,?,?)"
                    + " ON DUPLICATE KEY UPDATE username = VALUES(username),"
                    + " device = VALUES(device), job_type = VALUES(job_type),"
                    + " status = VALUES(status), bytes = VALUES(bytes),"
                    + " duration_sec = VALUES(duration_sec), ended_at = VALUES(ended_at),"
                    + " client_id = VALUES(client_id)";

    static final String SEEN =
            "INSERT INTO eb_devices_registry (server_id, device_id, username, registered_at,"
                    + " last_seen) VALUES (?,?,?,?,?) ON DUPLICATE KEY UPDATE"
                    + " last_seen = GREATEST(last_seen, VALUES(last_seen))";

    /** Of a JSON list of {@code [id, client, username, bytes, ended]}: one statement for all. */
    static final String VAULTS_FILLED =
            "UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id VARCHAR(36) PATH '$[0]',"
                    + " client_id INT PATH '$[1]', username VARCHAR(255) PATH '$[2]',"
                    + " bytes BIGINT PATH '$[3]', ended BIGINT PATH '$[4]')) filled"
                    + " STRAIGHT_JOIN comet_vaults v"
                    + " ON v.id = CONVERT(filled.id USING utf8mb4) COLLATE utf8mb4_unicode_ci"
                    + " SET v.total_bytes ="
                    // The profile's own measurement may be newer than the job's; of the same
                    // second it holds.
                    + " IF(filled.bytes > 0 AND filled.ended > COALESCE(CAST("
                    + "JSON_EXTRACT(v.content, '$.Statistics.ClientProvidedSize.MeasureCompleted')"
                    + " AS SIGNED), 0), filled.bytes, v.total_bytes),"
                    + " v.last_success_at = FROM_UNIXTIME(filled.ended)"
                    + " WHERE v.client_id = filled.client_id"
                    + " AND v.username = CONVERT(filled.username USING utf8mb4)"
                    + " COLLATE utf8mb4_unicode_ci AND (v.last_success_at IS NULL"
                    + " OR v.last_success_at < FROM_UNIXTIME(filled.ended))";

    private JobTables() {}

    private static String guarded(String guard, List<String> columns) {
        return String.join(
                ", ",
                columns.stream()
                        .map(
                                column ->
                                        "%1$s = IF(%2$s, VALUES(%1$s), %1$s)"
                                                .formatted(column, guard))
                        .toList());
    }
}
