package com.eazybackup.fleet;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Reads what a client's devices are judged by. One query each, within the client's scope. */
final class FleetReader {

    /**
     * What the feed says is different, and what is snoozed.
     *
     * @param upTo the newest line that was read
     * @param devices keys
     * @param hashes raw DeviceIDs of the same; empty for what has none
     * @param complete false when there is more than is worth reading one by one
     * @param groups whether the client's groups, or who is in them, are others now
     * @param snoozes by job, or by device while that has none, when it ends
     */
    record Changes(
            long upTo,
            Set<String> devices,
            Set<String> hashes,
            boolean complete,
            boolean groups,
            Map<String, Long> snoozes) {}

    /** The kind of a line that tells of groups; it names none of them. */
    static final String OF_GROUPS = "groups";

    /** More than these are read anew with all the others. */
    static final int MOST_CHANGES = 1_000;

    // The database makes the keys to sort by, so that both sort alike. Both paths are those of the
    // profile that Comet keeps.
    private static final String DEVICES =
            "SELECT d.id, d.name, d.username, d.is_active, HEX(WEIGHT_STRING(d.name)),"
                    + " HEX(WEIGHT_STRING(d.username)), d.platform_os,"
                    + " JSON_UNQUOTE(JSON_EXTRACT(d.content, '$.PlatformVersion.distribution')),"
                    + " JSON_UNQUOTE(JSON_EXTRACT(d.content, '$.ClientVersion')),"
                    + StandingSql.FACTS
                    + " FROM comet_devices d";

    private static final int FACTS = 10;

    // A job that goes on changes nothing about how its device stands. Lines and snoozes are asked
    // for at once, because every answer asks for both.
    private static final String LINES =
            "(SELECT c.id, IF(c.kind = 'job:progress', NULL, JSON_UNQUOTE(COALESCE("
                    + "JSON_EXTRACT(c.body, '$.job.device_id'),"
                    + " JSON_EXTRACT(c.body, '$.device.id')))), JSON_UNQUOTE(COALESCE("
                    + "JSON_EXTRACT(c.body, '$.job.device'),"
                    + " JSON_EXTRACT(c.body, '$.device.hash'), '\"\"')), NULL, NULL, c.kind = '"
                    + OF_GROUPS
                    + "'"
                    + " FROM eb_changes c WHERE c.client_id = ? AND c.id > ?"
                    + " ORDER BY c.id LIMIT ?) UNION ALL SELECT NULL, NULL, NULL, a.job_id,"
                    + " a.until_ts, 0 FROM eb_incident_ack a WHERE a.client_id = ?";

    private static final String SNOOZES =
            "SELECT job_id, until_ts FROM eb_incident_ack WHERE client_id = ?";

    private final ClientScope scope;

    FleetReader(ClientScope scope) {
        this.scope = scope;
    }

    List<KnownDevice> all(Connection connection) throws SQLException {
        return from().list(connection, new Rows()::device);
    }

    /**
     * @param ids keys; not empty
     * @return those of them that are there
     */
    List<KnownDevice> some(Connection connection, Collection<String> ids) throws SQLException {
        return from().add(" AND d.id IN ").in(ids).list(connection, new Rows()::device);
    }

    private SqlQuery from() {
        return StandingSql.joins(new SqlQuery().add(DEVICES), scope.client())
                .add(" WHERE d.client_id = ? AND d.revoked_at IS NULL AND ", client())
                .exactlyOneOf("d.username", scope.usernames());
    }

    Changes after(Connection connection, long line) throws SQLException {
        Set<String> devices = new LinkedHashSet<>();
        Set<String> hashes = new LinkedHashSet<>();
        Map<String, Long> snoozes = new HashMap<>();
        List<Long> lines = new ArrayList<>();
        AtomicBoolean groups = new AtomicBoolean();
        new SqlQuery()
                .add(LINES, client(), line, MOST_CHANGES, client())
                .list(
                        connection,
                        row -> {
                            if (row.getString(4) != null) {
                                return snoozes.put(row.getString(4), row.getLong(5));
                            }
                            if (row.getString(2) != null) {
                                devices.add(row.getString(2));
                                hashes.add(row.getString(3));
                            }
                            if (row.getBoolean(6)) {
                                groups.set(true);
                            }
                            return lines.add(row.getLong(1));
                        });
        return new Changes(
                lines.stream().mapToLong(Long::longValue).max().orElse(line),
                devices,
                hashes,
                lines.size() < MOST_CHANGES,
                groups.get(),
                snoozes);
    }

    /** By job, or by device while that has none, when it ends. */
    Map<String, Long> snoozes(Connection connection) throws SQLException {
        Map<String, Long> snoozes = new HashMap<>();
        new SqlQuery()
                .add(SNOOZES, client())
                .list(connection, row -> snoozes.put(row.getString(1), row.getLong(2)));
        return snoozes;
    }

    private int client() {
        return scope.client().value();
    }

    /** One answer's rows; many devices share the names of their users and systems. */
    private static final class Rows {

        private final Map<String, String> seen = new HashMap<>();

        KnownDevice device(ResultSet row) throws SQLException {
            String name = row.getString(2);
            String username = once(row.getString(3));
            return new KnownDevice(
                    row.getString(1),
                    name == null ? "" : name,
                    username,
                    row.getBoolean(4),
                    name == null ? "" : row.getString(5),
                    once(row.getString(6)),
                    SearchedText.of(
                            name, username, row.getString(8), row.getString(9), row.getString(7)),
                    facts(row),
                    new PlacesOfJobs(
                            once(row.getString(FACTS + 12)),
                            once(row.getString(FACTS + 13)),
                            once(row.getString(FACTS + 14))));
        }

        private String once(String text) {
            return text == null ? "" : seen.computeIfAbsent(text, same -> same);
        }

        private static StandingFacts facts(ResultSet row) throws SQLException {
            Long registered = number(row, FACTS);
            return new StandingFacts(
                    registered == null || registered == 0 ? null : registered,
                    number(row, FACTS + 4) == null
                            ? null
                            : new StandingFacts.Ended(
                                    row.getString(FACTS + 1),
                                    row.getInt(FACTS + 2),
                                    row.getLong(FACTS + 3),
                                    row.getLong(FACTS + 4),
                                    0),
                    row.getString(FACTS + 5) == null
                            ? null
                            : new StandingFacts.Running(
                                    row.getString(FACTS + 5),
                                    row.getLong(FACTS + 6),
                                    row.getLong(FACTS + 7),
                                    0),
                    number(row, FACTS + 8),
                    number(row, FACTS + 9),
                    row.getInt(FACTS + 10),
                    number(row, FACTS + 11),
                    0,
                    number(row, FACTS + 15));
        }

        private static Long number(ResultSet row, int column) throws SQLException {
            long value = row.getLong(column);
            return row.wasNull() ? null : value;
        }
    }
}
