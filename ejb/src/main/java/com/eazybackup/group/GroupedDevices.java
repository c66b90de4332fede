package com.eazybackup.group;

import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.SqlQuery;
import com.eazybackup.platform.SqlTable;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;

/**
 * {@code eb_device_group_assignments}: which group each of one client's devices is in, on one
 * connection. Only of devices that the client may see and that are not revoked. One statement each,
 * however many devices.
 */
final class GroupedDevices {

    /** As long as the column; Comet's own keys are half of that. */
    static final int LONGEST_ID = 128;

    private static final String FROM =
            " FROM comet_devices d LEFT JOIN eb_device_group_assignments a"
                    + " ON a.client_id = d.client_id AND a.device_id = d.id";

    private static final String IDS =
            "JSON_TABLE(?, '$[*]' COLUMNS (id VARCHAR(" + LONGEST_ID + ") PATH '$')) k";

    private static final String ID = "CONVERT(k.id USING utf8mb4) COLLATE utf8mb4_unicode_ci";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;
    private final ClientScope scope;

    GroupedDevices(Connection connection, ClientScope scope) {
        this.connection = connection;
        this.scope = scope;
    }

    /** A device and the number of its group; 0 for none. */
    record Place(String device, long group) {}

    List<Place> places() throws SQLException {
        if (scope.isEmpty()) {
            return List.of();
        }
        return visible("SELECT d.id, COALESCE(a.group_id, 0)" + FROM)
                .list(connection, row -> new Place(row.getString(1), row.getLong(2)));
    }

    long count(GroupId group) throws SQLException {
        if (scope.isEmpty()) {
            return 0;
        }
        return visible("SELECT COUNT(*)" + FROM)
                .add(" AND a.group_id = ?", group.value())
                .list(connection, row -> row.getLong(1))
                .get(0);
    }

    /**
     * @return whether the client may see each of them
     */
    boolean has(SortedSet<String> devices) throws SQLException {
        if (scope.isEmpty() || devices.stream().anyMatch(id -> id.length() > LONGEST_ID)) {
            return false;
        }
        return new SqlQuery()
                        .add(
                                "SELECT COUNT(*) FROM "
                                        + IDS
                                        + " STRAIGHT_JOIN comet_devices d ON d.id = "
                                        + ID
                                        // Ids are bytes; the collation takes more for the same.
                                        + " AND CAST(d.id AS BINARY) = CAST(k.id AS BINARY)",
                                json(devices))
                        .add(" WHERE d.client_id = ?", scope.client().value())
                        .add(" AND d.revoked_at IS NULL AND ")
                        .exactlyOneOf("d.username", scope.usernames())
                        .list(connection, row -> row.getLong(1))
                        .get(0)
                == devices.size();
    }

    /**
     * @param devices which the client may see; in one order for everybody, so that nobody waits for
     *     somebody who waits for them
     */
    void put(SortedSet<String> devices, GroupId group) throws SQLException {
        SqlTable.run(
                connection,
                "INSERT INTO eb_device_group_assignments (client_id, group_id, device_id)"
                        + " SELECT ?, ?, "
                        + ID
                        + " FROM "
                        + IDS
                        + " ON DUPLICATE KEY UPDATE group_id = VALUES(group_id)",
                scope.client().value(),
                group.value(),
                json(devices));
    }

    void takeOut(SortedSet<String> devices) throws SQLException {
        SqlTable.run(
                connection,
                "DELETE a FROM "
                        + IDS
                        + " STRAIGHT_JOIN eb_device_group_assignments a ON a.device_id = "
                        + ID
                        + " WHERE a.client_id = ?",
                json(devices),
                scope.client().value());
    }

    private SqlQuery visible(String select) {
        return new SqlQuery()
                .add(select)
                .add(" WHERE d.client_id = ?", scope.client().value())
                .add(" AND d.revoked_at IS NULL AND ")
                .exactlyOneOf("d.username", scope.usernames());
    }

    private static String json(SortedSet<String> devices) {
        return JSON.valueToTree(devices).toString();
    }
}
