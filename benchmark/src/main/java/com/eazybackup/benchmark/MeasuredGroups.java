package com.eazybackup.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Puts each client's devices into a hundred groups, or into as many as it has devices. */
final class MeasuredGroups {

    private static final int MOST = 100;

    private MeasuredGroups() {}

    /** Before anybody looks: the portal reads them with the devices. */
    static void make(MeasuredWorld world, List<Integer> fleets) throws SQLException {
        try (Connection connection = world.world().connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < fleets.size(); i++) {
                int client = i + 1; // as MeasuredFleets numbers them
                int groups = Math.min(MOST, fleets.get(i));
                statement.executeUpdate(
                        "INSERT INTO eb_device_groups (client_id, name, name_norm, sort_order)"
                                + " SELECT "
                                + client
                                + ", CONCAT('Customer ', seq), CONCAT('customer ', seq), 10 * seq"
                                + " FROM seq_1_to_"
                                + groups);
                statement.executeUpdate(
                        "INSERT INTO eb_device_group_assignments (client_id, device_id, group_id)"
                                + " SELECT d.client_id, d.id, g.id FROM (SELECT id, client_id,"
                                + " 10 * (1 + MOD(ROW_NUMBER() OVER (ORDER BY id), "
                                + groups
                                + ")) AS place FROM comet_devices WHERE client_id = "
                                + client
                                + ") d JOIN eb_device_groups g ON g.client_id = d.client_id"
                                + " AND g.sort_order = d.place");
            }
        }
    }
}
