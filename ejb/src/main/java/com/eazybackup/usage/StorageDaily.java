package com.eazybackup.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/**
 * {@code eb_storage_daily}: for each client and user the bytes in active vaults of the types 1000
 * and 1003. Measured each hour; the day keeps its largest value of each figure.
 */
@ApplicationScoped
public class StorageDaily {

    private static final String MEASURE =
            "INSERT INTO eb_storage_daily (d, client_id, username, bytes_total, bytes_t1000,"
                    + " bytes_t1003) SELECT ?, client_id, username,"
                    + " SUM(COALESCE(total_bytes, 0)),"
                    + " SUM(IF(type = 1000, COALESCE(total_bytes, 0), 0)),"
                    + " SUM(IF(type = 1003, COALESCE(total_bytes, 0), 0))"
                    + " FROM comet_vaults WHERE is_active = 1 AND removed_at IS NULL"
                    + " AND type IN (1000, 1003) AND username IS NOT NULL"
                    + " GROUP BY client_id, username ON DUPLICATE KEY UPDATE"
                    + " bytes_total = GREATEST(bytes_total, VALUES(bytes_total)),"
                    + " bytes_t1000 = GREATEST(bytes_t1000, VALUES(bytes_t1000)),"
                    + " bytes_t1003 = GREATEST(bytes_t1003, VALUES(bytes_t1003))";

    private static final String COUNT = "SELECT COUNT(*) FROM eb_storage_daily WHERE d = ?";

    private DataSource database;

    StorageDaily() {}

    @Inject
    public StorageDaily(DataSource database) {
        this.database = database;
    }

    /**
     * @param day whose maximum this may raise
     * @return users with a figure for that day
     */
    public int measure(LocalDate day) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(MEASURE);
                PreparedStatement count = connection.prepareStatement(COUNT)) {
            insert.setString(1, day.toString());
            insert.executeUpdate();
            count.setString(1, day.toString());
            try (var row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
