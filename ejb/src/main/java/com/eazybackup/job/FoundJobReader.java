package com.eazybackup.job;

import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.SqlQuery;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Looks a job up in the three tables that may have it. One query, each table by its key. */
final class FoundJobReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String COLUMNS =
            "SELECT j.id j_id, j.username j_username, j.comet_device_id, j.comet_item_id,"
                    + " j.comet_vault_id, j.comet_snapshot_id, j.type, j.status j_status,"
                    + " UNIX_TIMESTAMP(j.started_at) j_started, UNIX_TIMESTAMP(j.ended_at) j_ended,"
                    + " j.total_bytes, j.total_files, j.total_directories, j.upload_bytes,"
                    + " j.download_bytes, j.content, l.job_id l_id, l.username l_username,"
                    + " l.device l_device, l.job_type l_type, l.started_at l_started, l.bytes_done,"
                    + " t.job_id t_id, t.username t_username, t.device t_device, t.job_type t_type,"
                    + " t.status t_status, t.bytes, t.duration_sec, t.ended_at t_ended"
                    + " FROM (SELECT 1) one";

    private static final String RECORDED =
            " LEFT JOIN comet_jobs j ON j.id = ? AND j.client_id = ? AND ";

    private static final String LIVE =
            " LEFT JOIN eb_jobs_live l"
                    + " ON l.server_id = ? AND l.job_id = ? AND l.client_id = ? AND ";

    private static final String RECENT =
            " LEFT JOIN eb_jobs_recent_24h t"
                    + " ON t.server_id = ? AND t.job_id = ? AND t.client_id = ? AND ";

    private FoundJobReader() {}

    /**
     * @param scope not an empty one
     * @return what there is of it within the scope
     */
    static FoundJob read(Connection connection, ClientScope scope, JobAddress address)
            throws SQLException {
        int client = scope.client().value();
        return new SqlQuery()
                .add(COLUMNS)
                .add(RECORDED, address.job(), client)
                .exactlyOneOf("j.username", scope.usernames())
                .add(LIVE, address.server(), address.job(), client)
                .exactlyOneOf("l.username", scope.usernames())
                .add(RECENT, address.server(), address.job(), client)
                .exactlyOneOf("t.username", scope.usernames())
                .list(connection, FoundJobReader::found)
                .get(0);
    }

    private static FoundJob found(ResultSet row) throws SQLException {
        return new FoundJob(recorded(row), live(row), recent(row));
    }

    private static Optional<FoundJob.Recorded> recorded(ResultSet row) throws SQLException {
        if (row.getString("j_id") == null) {
            return Optional.empty();
        }
        return Optional.of(
                new FoundJob.Recorded(
                        row.getString("j_id"),
                        row.getString("j_username"),
                        row.getString("comet_device_id"),
                        row.getString("comet_item_id"),
                        row.getString("comet_vault_id"),
                        Optional.ofNullable(row.getString("comet_snapshot_id")).orElse(""),
                        row.getInt("type"),
                        row.getInt("j_status"),
                        row.getLong("j_started"),
                        row.getLong("j_ended"),
                        row.getLong("total_bytes"),
                        row.getLong("total_files"),
                        row.getLong("total_directories"),
                        row.getLong("upload_bytes"),
                        row.getLong("download_bytes"),
                        content(row.getString("content"))));
    }

    private static Optional<FoundJob.Live> live(ResultSet row) throws SQLException {
        if (row.getString("l_id") == null) {
            return Optional.empty();
        }
        return Optional.of(
                new FoundJob.Live(
                        row.getString("l_id"),
                        row.getString("l_username"),
                        row.getString("l_device"),
                        row.getString("l_type"),
                        row.getLong("l_started"),
                        row.getLong("bytes_done")));
    }

    private static Optional<FoundJob.Recent> recent(ResultSet row) throws SQLException {
        if (row.getString("t_id") == null) {
            return Optional.empty();
        }
        return Optional.of(
                new FoundJob.Recent(
                        row.getString("t_id"),
                        row.getString("t_username"),
                        row.getString("t_device"),
                        row.getString("t_type"),
                        row.getString("t_status"),
                        row.getLong("bytes"),
                        row.getLong("duration_sec"),
                        row.getLong("t_ended")));
    }

    private static JsonNode content(String json) {
        if (json == null) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // A table that the PHP system made may hold anything.
            return MissingNode.getInstance();
        }
    }
}
