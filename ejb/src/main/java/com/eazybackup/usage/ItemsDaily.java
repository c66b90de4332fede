package com.eazybackup.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/**
 * {@code eb_items_daily}: protected items of all clients, as {@link ItemCount} counts them. Items
 * are read in portions, because each holds its whole description.
 */
@ApplicationScoped
public class ItemsDaily {

    private static final int AT_ONCE = 1000;

    private static final String SELECT =
            "SELECT id, type, comet_device_id, content FROM comet_items WHERE id > ?"
                    + " ORDER BY id LIMIT "
                    + AT_ONCE;

    private static final String REPLACE =
            "INSERT INTO eb_items_daily (d, di_devices, hv_vms, vw_vms, m365_users, ff_items)"
                    + " VALUES (?,?,?,?,?,?) ON DUPLICATE KEY UPDATE"
                    + " di_devices = VALUES(di_devices), hv_vms = VALUES(hv_vms),"
                    + " vw_vms = VALUES(vw_vms), m365_users = VALUES(m365_users),"
                    + " ff_items = VALUES(ff_items)";

    private DataSource database;

    ItemsDaily() {}

    @Inject
    public ItemsDaily(DataSource database) {
        this.database = database;
    }

    /**
     * @param day whose row is replaced
     * @return items read
     */
    public int write(LocalDate day) throws SQLException {
        ItemCount count = new ItemCount();
        int read = 0;
        try (Connection connection = database.getConnection()) {
            String last = "";
            int portion = AT_ONCE;
            while (portion == AT_ONCE) {
                portion = 0;
                try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                    select.setString(1, last);
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            last = row.getString(1);
                            count.add(row.getString(2), row.getString(3), row.getString(4));
                            portion++;
                        }
                    }
                }
                read += portion;
            }
            replace(connection, day, count);
        }
        return read;
    }

    private static void replace(Connection connection, LocalDate day, ItemCount count)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REPLACE)) {
            insert.setString(1, day.toString());
            insert.setInt(2, count.imagedDevices());
            insert.setInt(3, count.hyperVMachines());
            insert.setInt(4, count.vmwareMachines());
            insert.setInt(5, count.officeAccounts());
            insert.setInt(6, count.fileItems());
            insert.executeUpdate();
        }
    }
}
