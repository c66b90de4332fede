package com.eazybackup.ingest;

import com.eazybackup.fleet.Interruption;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * How many jobs have begun and not ended, for who watches that they do not pile up: those that run,
 * and apart from them those that are interrupted, as pages show them.
 *
 * <p>Guarantee: however many ask, the database is asked once in three seconds, whether it answers
 * or not.
 */
@ApplicationScoped
public class RunningCounts {

    private static final long KEPT = Duration.ofSeconds(3).toNanos();

    private static final String SELECT =
            "SELECT l.server_id, COUNT(*), SUM(EXISTS (SELECT 1 FROM comet_devices d"
                    + " WHERE d.hash = l.device AND d.client_id = l.client_id"
                    + " AND d.revoked_at IS NULL AND d.is_active = 0"
                    + " AND d.offline_since <= FROM_UNIXTIME(?)))"
                    + " FROM eb_jobs_live l GROUP BY l.server_id";

    private DataSource database;
    private Interruption interruption;
    private Clock clock;
    private LongSupplier nanos;
    private Map<String, Count> counts = Map.of();
    private SQLException trouble;
    private boolean asked;
    private long askedAt;

    RunningCounts() {}

    @Inject
    public RunningCounts(DataSource database, Interruption interruption, Clock clock) {
        this(database, interruption, clock, System::nanoTime);
    }

    RunningCounts(DataSource database, Interruption interruption, Clock clock, LongSupplier nanos) {
        this.database = database;
        this.interruption = interruption;
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * Jobs of one Comet Server that have no end.
     *
     * @param running without those that are interrupted
     * @param interrupted by the tables they run, on a device that has been offline for too long
     */
    public record Count(long running, long interrupted) {

        public static final Count NONE = new Count(0, 0);

        public long all() {
            return running + interrupted;
        }
    }

    /**
     * @return by the Comet Server's name in the settings; one without any is not in it
     * @throws SQLException when the database did not answer the last time it was asked
     */
    public synchronized Map<String, Count> byProfile() throws SQLException {
        if (!asked || nanos.getAsLong() - askedAt > KEPT) {
            ask();
            asked = true;
            // Now, not when it was asked: behind a database that hangs everybody would ask in turn.
            askedAt = nanos.getAsLong();
        }
        if (trouble != null) {
            throw new SQLException(trouble);
        }
        return counts;
    }

    private void ask() {
        try {
            counts = read();
            trouble = null;
        } catch (SQLException e) {
            trouble = e;
        }
    }

    private Map<String, Count> read() throws SQLException {
        Map<String, Count> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, clock.instant().minus(interruption.grace()).getEpochSecond());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long interrupted = row.getLong(3);
                    found.put(
                            row.getString(1), new Count(row.getLong(2) - interrupted, interrupted));
                }
            }
        }
        return Map.copyOf(found);
    }
}
