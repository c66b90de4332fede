package com.eazybackup.fleet;

import com.eazybackup.whmcs.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a client's {@link KnownGroups}, with one query. */
final class GroupReader {

    // A row of another client that names this group is none of it.
    private static final String GROUPS =
            "SELECT g.id, a.device_id FROM eb_device_groups g"
                    + " LEFT JOIN eb_device_group_assignments a"
                    + " ON a.group_id = g.id AND a.client_id = g.client_id"
                    + " WHERE g.client_id = ? ORDER BY g.sort_order, g.name, g.id";

    private GroupReader() {}

    static KnownGroups of(Connection connection, ClientId client) throws SQLException {
        Set<Integer> order = new LinkedHashSet<>();
        Map<String, Integer> byDevice = new HashMap<>();
        new SqlQuery()
                .add(GROUPS, client.value())
                .list(
                        connection,
                        row -> {
                            int group = row.getInt(1);
                            if (row.getString(2) != null) {
                                byDevice.put(row.getString(2), group);
                            }
                            return order.add(group);
                        });
        return order.isEmpty() ? KnownGroups.NONE : new KnownGroups(List.copyOf(order), byDevice);
    }
}
