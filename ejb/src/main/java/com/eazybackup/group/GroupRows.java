package com.eazybackup.group;

import com.eazybackup.fleet.SqlQuery;
import com.eazybackup.platform.SqlTable;
import com.eazybackup.whmcs.ClientId;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code eb_device_groups}: the rows of one client, on one connection. */
final class GroupRows {

    private static final int DUPLICATE = 1062;
    private static final int STEP = 10;

    private static final String SELECT =
            "SELECT id, name, color, icon, sort_order FROM eb_device_groups WHERE client_id = ?";

    // One statement however many they are.
    private static final String ORDER =
            "UPDATE eb_device_groups g JOIN JSON_TABLE(?, '$[*]' COLUMNS"
                    + " (place FOR ORDINALITY, id BIGINT PATH '$')) k ON k.id = g.id"
                    + " SET g.sort_order = k.place * "
                    + STEP
                    + " WHERE g.client_id = ?";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;
    private final int client;

    GroupRows(Connection connection, ClientId client) {
        this.connection = connection;
        this.client = client.value();
    }

    /**
     * @return in their order, without the numbers of their devices
     */
    List<DeviceGroup> all() throws SQLException {
        return new SqlQuery()
                .add(SELECT + " ORDER BY sort_order, name, id", client)
                .list(connection, GroupRows::group);
    }

    Optional<DeviceGroup> get(GroupId group) throws SQLException {
        return new SqlQuery()
                        .add(SELECT + " AND id = ?", client, group.value())
                        .list(connection, GroupRows::group)
                        .stream()
                        .findFirst();
    }

    private static DeviceGroup group(ResultSet row) throws SQLException {
        return new DeviceGroup(
                row.getLong(1),
                row.getString(2),
                GroupColor.of(row.getString(3)),
                GroupIcon.of(row.getString(4)),
                row.getLong(5),
                0);
    }

    /**
     * Keeps everybody else from changing or deleting it until the transaction is over.
     *
     * @return whether the client has it
     */
    boolean lock(GroupId group) throws SQLException {
        return !new SqlQuery()
                .add(
                        "SELECT 1 FROM eb_device_groups WHERE client_id = ? AND id = ? FOR UPDATE",
                        client,
                        group.value())
                .list(connection, row -> true)
                .isEmpty();
    }

    /**
     * The same for all of them. Whoever changes a group does this first: two that lock one row
     * each, by other keys, may wait for each other.
     *
     * @return their numbers
     */
    List<Long> lockAll() throws SQLException {
        ids(" FOR UPDATE");
        // Whoever waits for a lock goes on by the key as it was, and may see a group twice or not
        // at all that was renamed or moved meanwhile. What is locked can be looked at in peace.
        return ids("");
    }

    private List<Long> ids(String lock) throws SQLException {
        return new SqlQuery()
                .add("SELECT id FROM eb_device_groups WHERE client_id = ?" + lock, client)
                .list(connection, row -> row.getLong(1));
    }

    /**
     * @return its number
     * @throws GroupRefused when the name is taken
     */
    GroupId insert(NewGroup group) throws SQLException {
        try {
            return new GroupId(
                    SqlTable.insert(
                            connection,
                            "INSERT INTO eb_device_groups (client_id, name, name_norm, color, icon,"
                                    + " sort_order) SELECT ?, ?, ?, ?, ?, COALESCE(MAX(sort_order),"
                                    + " 0) + "
                                    + STEP
                                    + " FROM eb_device_groups WHERE client_id = ?",
                            client,
                            group.name().value(),
                            group.name().norm(),
                            group.color().map(GroupColor::wire).orElse(null),
                            group.icon().map(GroupIcon::wire).orElse(null),
                            client));
        } catch (SQLIntegrityConstraintViolationException e) {
            throw taken(group.name(), e);
        }
    }

    /**
     * @throws GroupRefused when another group has the name
     */
    void change(GroupId group, GroupChange change) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (change.name().named()) {
            columns.add("name = ?, name_norm = ?");
            values.add(change.name().value().map(GroupName::value).orElseThrow());
            values.add(change.name().value().map(GroupName::norm).orElseThrow());
        }
        if (change.color().named()) {
            columns.add("color = ?");
            values.add(change.color().value().map(GroupColor::wire).orElse(null));
        }
        if (change.icon().named()) {
            columns.add("icon = ?");
            values.add(change.icon().value().map(GroupIcon::wire).orElse(null));
        }
        values.add(group.value());
        values.add(client);
        try {
            SqlTable.run(
                    connection,
                    "UPDATE eb_device_groups SET "
                            + String.join(", ", columns)
                            + " WHERE id = ? AND client_id = ?",
                    values.toArray());
        } catch (SQLIntegrityConstraintViolationException e) {
            throw taken(change.name().value().orElseThrow(), e);
        }
    }

    /** Its devices are in no group then: the foreign key sees to it. */
    void delete(GroupId group) throws SQLException {
        SqlTable.run(
                connection,
                "DELETE FROM eb_device_groups WHERE id = ? AND client_id = ?",
                group.value(),
                client);
    }

    /**
     * @param groups each of the client's once
     */
    void order(List<Long> groups) throws SQLException {
        SqlTable.run(connection, ORDER, JSON.valueToTree(groups).toString(), client);
    }

    /** The key decides what is the same name, also of two that are made at the same moment. */
    private GroupRefused taken(GroupName name, SQLIntegrityConstraintViolationException trouble)
            throws SQLException {
        if (trouble.getErrorCode() != DUPLICATE) {
            throw trouble;
        }
        return GroupRefused.taken(
                new SqlQuery()
                                .add(
                                        "SELECT name FROM eb_device_groups WHERE client_id = ?"
                                                + " AND name_norm = ?",
                                        client,
                                        name.norm())
                                .list(connection, row -> row.getString(1))
                                .stream()
                                .findFirst()
                                .orElse(name.value()));
    }
}
