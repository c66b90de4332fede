package com.eazybackup.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;

/**
 * {@code eb_devices_daily}: devices that are registered, and those of them that were heard of in
 * the last 24 hours. A device is heard of when it is registered and when it completes a job.
 */
@ApplicationScoped
public class DevicesDaily {

    private static final String REPLACE =
            "INSERT INTO eb_devices_daily (d, registered, active_24h)"
                    + " SELECT ?, COUNT(*), COALESCE(SUM(last_seen >= ?), 0)"
                    + " FROM eb_devices_registry WHERE status = 'active'"
                    + " ON DUPLICATE KEY UPDATE registered = VALUES(registered),"
                    + " active_24h = VALUES(active_24h)";

    private DataSource database;

    DevicesDaily() {}

    @Inject
    public DevicesDaily(DataSource database) {
        this.database = database;
    }

    /**
     * @param day whose row is replaced
     * @param now the end of the 24 hours
     * @return rows written
     */
    public int write(LocalDate day, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(REPLACE)) {
            insert.setString(1, day.toString());
            insert.setLong(2, now.minus(Duration.ofHours(24)).getEpochSecond());
            insert.executeUpdate();
            return 1;
        }
    }
}
