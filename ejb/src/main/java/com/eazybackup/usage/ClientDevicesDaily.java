package com.eazybackup.usage;

import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.CometUser;
import com.eazybackup.whmcs.ServiceAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * {@code eb_devices_client_daily}: for each client the devices whose user has an active service,
 * and how many of them are online. Names are compared with their case. A client without a device
 * has no row.
 */
@ApplicationScoped
public class ClientDevicesDaily {

    private static final String UPSERT =
            "INSERT INTO eb_devices_client_daily (d, client_id, registered, online)"
                    + " VALUES (?,?,?,?) ON DUPLICATE KEY UPDATE registered = VALUES(registered),"
                    + " online = VALUES(online)";

    private DataSource database;
    private ServiceAccounts services;

    ClientDevicesDaily() {}

    @Inject
    public ClientDevicesDaily(DataSource database, ServiceAccounts services) {
        this.database = database;
        this.services = services;
    }

    private record Count(int registered, int online) {

        Count plus(Count more) {
            return new Count(registered + more.registered, online + more.online);
        }
    }

    /**
     * @param day whose rows are replaced, all at once
     * @return rows written
     */
    public int write(LocalDate day) throws SQLException {
        Set<CometUser> paidFor = services.all();
        try (Connection connection = database.getConnection()) {
            Map<Integer, Count> counts = count(connection, paidFor);
            connection.setAutoCommit(false);
            try {
                replace(connection, day, counts);
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
            return counts.size();
        }
    }

    private static Map<Integer, Count> count(Connection connection, Set<CometUser> paidFor)
            throws SQLException {
        Map<Integer, Count> counts = new HashMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT client_id, username, is_active FROM comet_devices"
                                        + " WHERE revoked_at IS NULL AND client_id > 0"
                                        + " AND username IS NOT NULL");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                int client = row.getInt(1);
                if (paidFor.contains(new CometUser(new ClientId(client), row.getString(2)))) {
                    counts.merge(client, new Count(1, row.getBoolean(3) ? 1 : 0), Count::plus);
                }
            }
        }
        return counts;
    }

    private static void replace(Connection connection, LocalDate day, Map<Integer, Count> counts)
            throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM eb_devices_client_daily WHERE d = ?")) {
            delete.setString(1, day.toString());
            delete.executeUpdate();
        }
        if (counts.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(UPSERT)) {
            for (Map.Entry<Integer, Count> each : counts.entrySet()) {
                insert.setString(1, day.toString());
                insert.setInt(2, each.getKey());
                insert.setInt(3, each.getValue().registered());
                insert.setInt(4, each.getValue().online());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
