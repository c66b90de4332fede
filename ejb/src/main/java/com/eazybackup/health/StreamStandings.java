package com.eazybackup.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How the streams of all Comet Servers stand, by the table that their intakes keep.
 *
 * <p>Guarantee: however many checks ask, the database is asked once in two seconds, also while it
 * does not answer; what is told is no older than that.
 */
final class StreamStandings {

    private static final long FRESH_NS = Duration.ofSeconds(2).toNanos();

    private static final String QUERY =
            "SELECT profile, state, since_ms, last_frame_ms FROM eb_stream_state";

    /**
     * How one stream stands.
     *
     * @param sinceMs milliseconds since 1970, as is {@code frameMs}; 0 when it is not known
     */
    record Standing(String state, long sinceMs, long frameMs) {}

    /** Asks the database. */
    interface Source {
        Map<String, Standing> read() throws SQLException;
    }

    private final Source source;
    private final LongSupplier nanos;
    private Map<String, Standing> known = Map.of();
    private boolean asked;
    private long askedAt;

    /**
     * @param nanos a clock that only goes forward
     */
    StreamStandings(Source source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    static StreamStandings ofPool() {
        return new StreamStandings(() -> PortalPool.ask(StreamStandings::read), System::nanoTime);
    }

    /**
     * @return empty while the database does not answer, and for a stream that was never begun
     */
    synchronized Optional<Standing> of(String profile) {
        if (!asked || nanos.getAsLong() - askedAt >= FRESH_NS) {
            known = ask();
            asked = true;
            askedAt = nanos.getAsLong();
        }
        return Optional.ofNullable(known.get(profile));
    }

    private Map<String, Standing> ask() {
        try {
            return source.read();
        } catch (SQLException e) {
            return Map.of(); // the check of the database tells that
        }
    }

    private static Map<String, Standing> read(Statement statement) throws SQLException {
        Map<String, Standing> found = new HashMap<>();
        try (ResultSet row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                found.put(
                        row.getString(1),
                        new Standing(row.getString(2), row.getLong(3), row.getLong(4)));
            }
        }
        return found;
    }
}
