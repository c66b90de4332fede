package com.eazybackup.acceptance;

import com.eazybackup.acceptance.Session.Answer;
import java.util.List;
import java.util.Map;

/**
 * For each kind of id in an address: one that is somebody else's, and one that does not exist. What
 * is the portal's own has no owner; there the two are the same.
 */
final class ForeignIds {

    private ForeignIds() {}

    /**
     * @param foreign somebody else's
     * @param unknown of the same shape, and nobody's
     * @param state what must be the same after every attempt, as a query
     */
    record Pair(String foreign, String unknown, String state) {

        List<String> now() throws Exception {
            return PortalTables.rows(state);
        }
    }

    static Pair of(String kind) throws Exception {
        return switch (kind) {
            case "look" ->
                    nobodys(
                            "no-such-list",
                            "SELECT CONCAT(person_id, name, look) FROM eb_looks ORDER BY 1");
            case "profile" -> nobodys("no-such-server", "SELECT COUNT(*) FROM eb_catch_ups");
            case "job" ->
                    nobodys(
                            "no-such-job",
                            "SELECT CONCAT((SELECT COUNT(*) FROM eb_job_runs WHERE node = ''), '|',"
                                    + " (SELECT COUNT(*) FROM eb_jobs_live WHERE cancel_attempts > 0))");
            case "run" ->
                    nobodys("999999999", "SELECT COUNT(*) FROM eb_monitor_runs WHERE id > 9e8");
            case "frame" ->
                    nobodys("999999999", "SELECT CONCAT(id, state) FROM eb_quarantine ORDER BY id");
            case "alert" ->
                    nobodys(
                            "999999999",
                            "SELECT CONCAT(id, state) FROM eb_operator_alerts ORDER BY id");
            case "admin" ->
                    nobodys(
                            "999999999",
                            "SELECT CONCAT(id, role, disabled) FROM eb_admins ORDER BY id");
            case "invite" ->
                    nobodys(
                            "999999999",
                            "SELECT COUNT(*) FROM eb_admin_invites WHERE revoked_ms IS NULL");
            case "service", "option", "change" ->
                    nobodys(
                            "999999999",
                            "SELECT CONCAT((SELECT COUNT(*) FROM eb_discount_history), '|',"
                                    + " (SELECT SUM(discount_price) FROM mod_rd_discountConfigOptions))");
            case "device" -> device();
            case "history" -> history();
            case "session" -> session();
            case "token" -> token();
            case "incident" ->
                    nobodys(
                            "no-such-job",
                            "SELECT COUNT(*) FROM eb_incident_ack WHERE until_ts = 0");
            case "wish" -> wish();
            case "group" -> group();
            default -> throw new IllegalArgumentException("no foreign id of kind " + kind);
        };
    }

    /** Of a client that none of the callers acts for. */
    private static Pair device() throws Exception {
        String theirs = "SELECT id FROM comet_devices WHERE client_id = 104 ORDER BY id";
        if (PortalTables.rows(theirs).isEmpty()) {
            PortalTables.run(
                    "INSERT INTO comet_devices (id, client_id, username, hash, name)"
                            + " VALUES (REPEAT('f', 64), 104, 'foreign', 'foreign', 'FOREIGN')");
        }
        return new Pair(PortalTables.rows(theirs).get(0), "0".repeat(64), theirs);
    }

    /** A job of a client that none of the callers acts for. */
    private static Pair history() throws Exception {
        PortalTables.run(
                "INSERT IGNORE INTO comet_jobs (id, client_id, username, comet_vault_id,"
                        + " comet_device_id, comet_item_id, type, status, started_at, ended_at,"
                        + " last_status_at) VALUES ('foreign-job', 104, 'foreign', '', '', '', 4001,"
                        + " 5000, NOW(), NOW(), NOW())");
        return new Pair(
                "cometbackup:foreign-job",
                "cometbackup:no-such-job",
                "SELECT CONCAT(id, status) FROM comet_jobs WHERE id = 'foreign-job'");
    }

    /** Of somebody who is none of the callers. */
    private static Pair session() throws Exception {
        String open =
                "SELECT id FROM eb_sessions WHERE ended_ms IS NULL AND email = '%s' ORDER BY id"
                        .formatted(World.EMPTY);
        if (PortalTables.rows(open).isEmpty()) {
            Session.of(World.EMPTY);
        }
        return new Pair(PortalTables.rows(open).get(0), "AAAAAAAAAAAAAAAAAAAAAA", open);
    }

    /** Of a client that none of the callers acts for. */
    private static Pair token() throws Exception {
        String open = "SELECT id FROM eb_api_tokens WHERE revoked_ms IS NULL AND name = 'foreign'";
        if (PortalTables.rows(open).isEmpty()) {
            PortalTables.run(
                    "INSERT INTO eb_api_tokens (client_id, user_id, made_by, name, scope, hash,"
                            + " beginning, made_ms, expires_ms) VALUES (104, 103, 'x', 'foreign',"
                            + " 'see-fleet', REPEAT('f', 64), 'ebp_f', 1, 4102444800000)");
        }
        return new Pair(PortalTables.rows(open).get(0), "999999999", open);
    }

    /** Of a client that none of the callers acts for. */
    private static Pair wish() throws Exception {
        PortalTables.run(
                "INSERT IGNORE INTO eb_incident_ack (client_id, job_id, until_ts, wish_id)"
                        + " VALUES (104, 'foreign', 4102444800, 'foreign-wish')");
        return new Pair(
                "foreign-wish",
                "no-such-wish",
                "SELECT job_id FROM eb_incident_ack WHERE wish_id = 'foreign-wish'");
    }

    /** Of a client that none of the callers acts for. */
    private static Pair group() throws Exception {
        String theirs =
                "SELECT id FROM eb_device_groups WHERE client_id = 104 AND name = 'Foreign'"
                        + " AND color IS NULL";
        PortalTables.run(
                "INSERT IGNORE INTO eb_device_groups (client_id, name, name_norm)"
                        + " VALUES (104, 'Foreign', 'foreign')");
        return new Pair(PortalTables.rows(theirs).get(0), "999999999", theirs);
    }

    private static Pair nobodys(String unknown, String state) {
        return new Pair(unknown, unknown, state);
    }

    /** What a caller may learn from an answer: everything but its reference. */
    static Map<String, Object> learnt(Answer answer) throws Exception {
        return Map.of(
                "status", answer.status(),
                "type", answer.type(),
                "code", answer.json().path("code").asText(),
                "title", answer.json().path("title").asText(),
                "detail", answer.json().path("detail").asText());
    }
}
