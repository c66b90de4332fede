package com.eazybackup.pulse;

import com.eazybackup.platform.Portions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** Forgets that incidents were hidden, once they are not hidden any more. */
@ApplicationScoped
public class SnoozeRetention {

    private DataSource database;

    SnoozeRetention() {}

    @Inject
    public SnoozeRetention(DataSource database) {
        this.database = database;
    }

    /**
     * @param stop asked now and then
     * @return rows of {@code eb_incident_ack} deleted
     */
    public int expired(Instant now, BooleanSupplier stop) throws SQLException {
        return Portions.delete(
                database,
                "DELETE FROM eb_incident_ack WHERE until_ts <= ?",
                stop,
                now.getEpochSecond());
    }
}
