package com.eazybackup.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows of {@code comet_devices} within a client's scope. */
final class DeviceSelection {

    /** A device as its own row tells it. */
    record Found(
            String id,
            String hash,
            String name,
            String username,
            String version,
            String os,
            String platformOs,
            String platformArch,
            boolean online,
            Long offlineSince,
            Long registeredAt) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String COLUMNS =
            "SELECT d.id, d.hash, d.name, d.username, d.content, d.platform_os, d.platform_arch,"
                    + " d.is_active, UNIX_TIMESTAMP(d.offline_since), UNIX_TIMESTAMP(d.created_at)";

    private final ClientScope scope;

    DeviceSelection(ClientScope scope) {
        this.scope = scope;
    }

    /**
     * @param ids keys; not empty
     * @return those of them that are there, by key
     */
    Map<String, Found> rows(Connection connection, Collection<String> ids) throws SQLException {
        Map<String, Found> rows = new HashMap<>();
        from(new SqlQuery().add(COLUMNS))
                .add(" AND d.id IN ")
                .in(ids)
                .list(connection, DeviceSelection::found)
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    /** Keys of those that have such jobs; looks at each of the client's devices. */
    Set<String> having(Connection connection, JobsOfDevice jobs) throws SQLException {
        SqlQuery query = from(new SqlQuery().add("SELECT d.id"));
        jobs.addTo(query);
        return new HashSet<>(query.list(connection, row -> row.getString(1)));
    }

    private SqlQuery from(SqlQuery query) {
        return query.add(
                        " FROM comet_devices d WHERE d.client_id = ? AND d.revoked_at IS NULL AND ",
                        scope.client().value())
                .exactlyOneOf("d.username", scope.usernames());
    }

    private static Found found(ResultSet row) throws SQLException {
        JsonNode content = content(row.getString(5));
        String platform = row.getString(6);
        boolean online = row.getBoolean(8);
        long offlineSince = row.getLong(9);
        long registeredAt = row.getLong(10);
        return new Found(
                row.getString(1),
                row.getString(2),
                Optional.ofNullable(row.getString(3)).orElse(""),
                row.getString(4),
                content.path("ClientVersion").asText(""),
                content.path("PlatformVersion").path("distribution").asText(platform),
                platform,
                row.getString(7),
                online,
                online || offlineSince == 0 ? null : offlineSince,
                registeredAt == 0 ? null : registeredAt);
    }

    private static JsonNode content(String json) {
        if (json == null) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // MySQL and MariaDB check JSON columns; a table that the PHP system made may not be
            // one.
            return MissingNode.getInstance();
        }
    }
}
