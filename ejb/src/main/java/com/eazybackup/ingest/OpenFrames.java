package com.eazybackup.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * How many frames in the quarantine wait for somebody to look at them.
 *
 * <p>Guarantee: however many ask, the database is asked once in three seconds, whether it answers
 * or not; on this node a replay or a discarded frame is counted at once.
 */
@ApplicationScoped
public class OpenFrames {

    private static final long KEPT = Duration.ofSeconds(3).toNanos();

    private DataSource database;
    private LongSupplier nanos;
    private Map<String, Long> counts;
    private SQLException trouble;
    private boolean asked;
    private long askedAt;

    OpenFrames() {}

    @Inject
    public OpenFrames(DataSource database) {
        this(database, System::nanoTime);
    }

    OpenFrames(DataSource database, LongSupplier nanos) {
        this.database = database;
        this.nanos = nanos;
    }

    /**
     * @return by the Comet Server's name in the settings; one without any is not in it
     * @throws SQLException when the database did not answer the last time it was asked
     */
    public synchronized Map<String, Long> byProfile() throws SQLException {
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

    /** Somebody has dealt with a frame: the next who asks gets a fresh count. */
    public synchronized void changed() {
        asked = false;
    }

    private void ask() {
        try {
            counts = read();
            trouble = null;
        } catch (SQLException e) {
            trouble = e;
        }
    }

    private Map<String, Long> read() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT profile, COUNT(*) FROM eb_quarantine"
                                        + " WHERE state = 'open' GROUP BY profile");
                ResultSet row = select.executeQuery()) {
            Map<String, Long> found = new HashMap<>();
            while (row.next()) {
                found.put(row.getString(1), row.getLong(2));
            }
            return Map.copyOf(found);
        }
    }
}
