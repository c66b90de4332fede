package com.eazybackup.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that the portal wrote for a flood, ready to be written again by {@link PlainWriter}: in
 * the order of the events, every start and every end.
 */
final class PlainRows {

    /**
     * What one event needs.
     *
     * @param job of comet_jobs, as it was after this event
     * @param live of eb_jobs_live, of a start
     * @param recent of eb_jobs_recent_24h, of an end
     * @param change of eb_changes without its id
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Step(
            String id,
            boolean ended,
            Object[] job,
            Object[] live,
            Object[] recent,
            Object[] change) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 1_000;

    /** As bytes, because the driver is faster with them. */
    private static final List<String> LONG_TEXTS = List.of("content", "body");

    static final List<String> JOB =
            List.of(
                    "id",
                    "content",
                    "client_id",
                    "username",
                    "comet_vault_id",
                    "comet_device_id",
                    "comet_item_id",
                    "type",
                    "status",
                    "comet_snapshot_id",
                    "comet_cancellation_id",
                    "total_bytes",
                    "total_files",
                    "total_directories",
                    "upload_bytes",
                    "download_bytes",
                    "total_ms_accounts",
                    "started_at",
                    "ended_at",
                    "last_status_at");

    static final List<String> RECENT =
            List.of(
                    "server_id",
                    "job_id",
                    "username",
                    "device",
                    "job_type",
                    "status",
                    "bytes",
                    "duration_sec",
                    "ended_at",
                    "client_id");

    static final List<String> LIVE =
            List.of(
                    "server_id",
                    "job_id",
                    "username",
                    "device",
                    "job_type",
                    "started_at",
                    "bytes_done",
                    "throughput_bps",
                    "last_update",
                    "last_bytes",
                    "last_bytes_ts",
                    "client_id");

    static final List<String> CHANGE = List.of("client_id", "kind", "body", "at_ms");

    private final Map<String, Object[]> jobs = new HashMap<>();
    private final Map<String, Object[]> recents = new HashMap<>();
    private final Map<String, Object[]> changes = new HashMap<>();

    private PlainRows() {}

    /**
     * @param portal the database that the portal wrote into
     * @param frames what was sent
     * @param after the newest change before the flood
     */
    static List<Step> of(Connection portal, List<String> frames, long after)
            throws SQLException, JsonProcessingException {
        PlainRows rows = new PlainRows();
        List<JsonNode> events = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (String frame : frames) {
            JsonNode event = JSON.readTree(frame);
            events.add(event);
            if (ended(event)) {
                ids.add(id(event));
            }
        }
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            read(portal, JOB, "comet_jobs", "id", some, rows.jobs);
            read(portal, RECENT, "eb_jobs_recent_24h", "job_id", some, rows.recents);
        }
        rows.readChanges(portal, after);
        return events.stream().map(rows::step).toList();
    }

    private Step step(JsonNode event) {
        String id = id(event);
        Object[] job = jobs.get(id);
        Object[] recent = recents.get(id);
        if (ended(event)) {
            return new Step(id, true, job, null, recent, changes.get("job:end" + id));
        }
        Object[] live = {
            recent[0], id, recent[2], recent[3], recent[4], recent[8], 0, 0, recent[8], 0,
            recent[8], recent[9]
        };
        return new Step(id, false, started(job, event), live, null, changes.get("job:start" + id));
    }

    private static Object[] started(Object[] job, JsonNode event) {
        Object[] started = job.clone();
        started[1] = event.path("Data").toString().getBytes(StandardCharsets.UTF_8);
        started[8] = event.path("Data").path("Status").asInt();
        started[9] = "";
        started[10] = event.path("Data").path("CancellationID").asText();
        for (int column = 11; column <= 16; column++) {
            started[column] = 0;
        }
        started[18] = null;
        started[19] = started[17];
        return started;
    }

    private void readChanges(Connection portal, long after) throws SQLException {
        try (PreparedStatement select =
                portal.prepareStatement(
                        "SELECT client_id, kind, body, at_ms FROM eb_changes WHERE id > ?"
                                + " AND kind IN ('job:start', 'job:end')")) {
            select.setLong(1, after);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String body = row.getString(3);
                    FloodLog.idIn(body)
                            .ifPresent(id -> changes.put(key(row, id), values(row, CHANGE.size())));
                }
            }
        }
    }

    private static String key(ResultSet row, String id) {
        try {
            return row.getString(2) + id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void read(
            Connection portal,
            List<String> columns,
            String table,
            String key,
            List<String> ids,
            Map<String, Object[]> rows)
            throws SQLException {
        String marks = String.join(",", Collections.nCopies(ids.size(), "?"));
        try (PreparedStatement select =
                portal.prepareStatement(
                        "SELECT %s FROM %s WHERE %s IN (%s)"
                                .formatted(String.join(",", columns), table, key, marks))) {
            for (int i = 0; i < ids.size(); i++) {
                select.setString(i + 1, ids.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.put(row.getString(key), values(row, columns.size()));
                }
            }
        }
    }

    private static Object[] values(ResultSet row, int count) {
        try {
            Object[] values = new Object[count];
            for (int i = 0; i < count; i++) {
                Object value = row.getObject(i + 1);
                values[i] = value instanceof java.util.Date ? row.getString(i + 1) : value;
                if (LONG_TEXTS.contains(row.getMetaData().getColumnName(i + 1))) {
                    values[i] = row.getString(i + 1).getBytes(StandardCharsets.UTF_8);
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean ended(JsonNode event) {
        return event.path("TypeString").asText().equals("SEVT_JOB_COMPLETED");
    }

    private static String id(JsonNode event) {
        return event.path("Data").path("GUID").asText();
    }
}
