package com.eazybackup.fleet;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the protected items of devices. One query, within the client's scope. */
final class ItemReader {

    private static final String ITEMS =
            "SELECT o.comet_device_id, o.id, o.name, o.type, i.last_good_at, i.promised_secs, "
                    + StandingSql.DUE
                    + " FROM comet_items o LEFT JOIN eb_item_standing i ON i.item_id = o.id"
                    + " AND i.client_id = o.client_id WHERE o.client_id = ? AND ";

    private final ClientScope scope;
    private final long overdueFrom;

    /**
     * @param overdueFrom whatever was due before that second is late by more than the tolerance
     */
    ItemReader(ClientScope scope, long overdueFrom) {
        this.scope = scope;
        this.overdueFrom = overdueFrom;
    }

    /**
     * @param devices keys; not empty
     * @return by key, the worst first; a device without an item is not there
     */
    Map<String, List<DeviceItem>> of(Connection connection, Collection<String> devices)
            throws SQLException {
        Map<String, List<DeviceItem>> items = new HashMap<>();
        new SqlQuery()
                .add(ITEMS, scope.client().value())
                .exactlyOneOf("o.username", scope.usernames())
                .add(" AND o.comet_device_id IN ")
                .in(devices)
                .list(
                        connection,
                        row ->
                                items.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                                        .add(item(row)));
        items.values().forEach(list -> list.sort(DeviceItem.WORST_FIRST));
        return items;
    }

    private DeviceItem item(ResultSet row) throws SQLException {
        Long due = number(row, 7);
        return new DeviceItem(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                number(row, 5),
                number(row, 6),
                due,
                due != null && due < overdueFrom);
    }

    private static Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
