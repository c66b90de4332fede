package com.eazybackup.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The rows of {@code comet_devices} that a query asks for, within a client's scope. */
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

    // Written in the escape character's own terms, not in the server's backslash, which a setting
    // can take away.
    private static final String CONTAINS = " LIKE ? ESCAPE '!'";

    private final ClientScope scope;
    private final String text;
    private final Optional<Boolean> online;

    DeviceSelection(ClientScope scope, String text, Optional<Boolean> online) {
        this.scope = scope;
        this.text = text;
        this.online = online;
    }

    /** Without a text to look for it reads no rows, only {@code eb_devices_counted}. */
    DeviceCounts count(Connection connection) throws SQLException {
        return from(new SqlQuery().add("SELECT COUNT(*), COALESCE(SUM(d.is_active <> 0), 0)"))
                .list(connection, row -> new DeviceCounts(row.getLong(1), row.getLong(2)))
                .get(0);
    }

    /**
     * Chooses by keys alone where it can ({@code eb_devices_by_name}, {@code eb_devices_by_user})
     * and reads the wide rows of the page only.
     */
    List<Found> page(Connection connection, DeviceQuery query) throws SQLException {
        String order = " ORDER BY " + query.sort().orderBy();
        return from(new SqlQuery().add(COLUMNS + " FROM (SELECT d.id"))
                .add(order + " LIMIT ? OFFSET ?", query.size(), query.offset())
                .add(") p JOIN comet_devices d ON d.id = p.id" + order)
                .list(connection, DeviceSelection::found);
    }

    private SqlQuery from(SqlQuery query) {
        query.add(
                        " FROM comet_devices d WHERE d.client_id = ? AND d.revoked_at IS NULL AND ",
                        scope.client().value())
                .exactlyOneOf("d.username", scope.usernames());
        online.ifPresent(is -> query.add(" AND d.is_active " + (is ? "<> 0" : "= 0")));
        if (!text.isBlank()) {
            String pattern = pattern(text.strip());
            query.add(" AND (d.name" + CONTAINS + " OR d.username" + CONTAINS, pattern, pattern)
                    .add(" OR " + inContent("$.PlatformVersion.distribution"), pattern)
                    .add(" OR " + inContent("$.ClientVersion"), pattern)
                    .add(" OR d.platform_os" + CONTAINS + ")", pattern);
        }
        return query;
    }

    /** The collation is named because JSON text has a binary one on MySQL. */
    private static String inContent(String path) {
        return "CONVERT(JSON_UNQUOTE(JSON_EXTRACT(d.content, '"
                + path
                + "')) USING utf8mb4) COLLATE utf8mb4_unicode_ci"
                + CONTAINS;
    }

    static String pattern(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
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
