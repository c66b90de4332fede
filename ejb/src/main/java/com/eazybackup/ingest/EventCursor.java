package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * How far a Comet Server's events have been written: {@code eb_event_cursor}. Goes with the rows in
 * their transaction, with every ended job and else every few seconds. The stream itself cannot be
 * asked for what comes after it; a catch-up begins there.
 *
 * <p>Only what the stream told moves it, and a complete catch-up. What was asked for meanwhile is
 * as new, and says nothing of what happened before it.
 */
final class EventCursor {

    private final ProfileName profile;
    private final Clock clock;
    private final Duration every;
    private volatile Instant lastWrite = Instant.EPOCH;
    private long holds;
    private boolean held;

    EventCursor(ProfileName profile, Clock clock, Duration every) {
        this.profile = profile;
        this.clock = clock;
        this.every = every;
    }

    /** From now on it stays: what lies between it and the present has not been read yet. */
    synchronized void hold() {
        holds++;
        held = true;
    }

    /**
     * @return how often it was held; a catch-up asks when it begins
     */
    synchronized long holds() {
        return holds;
    }

    /**
     * A catch-up that began at that time is complete. What another connection has missed since is
     * read by another one: until then it stays held.
     */
    void caughtUp(DataSource database, Instant began, long holdsThen) throws SQLException {
        try (Connection connection = database.getConnection()) {
            write(connection, began.getEpochSecond(), "");
        }
        release(holdsThen);
    }

    private synchronized void release(long holdsThen) {
        held = holds != holdsThen;
    }

    private synchronized boolean held() {
        return held;
    }

    void write(Connection connection, Fold fold) throws SQLException {
        if (due(fold)) {
            String job =
                    fold.jobs().keySet().stream()
                            .reduce((first, last) -> last)
                            .map(id -> Fit.to(128, id.value()))
                            .orElse("");
            write(connection, fold.newest(), job);
        }
    }

    private void write(Connection connection, long newest, String job) throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        "INSERT INTO eb_event_cursor (source, last_ts, last_id) VALUES (?,?,?)"
                                + " ON DUPLICATE KEY UPDATE last_id = IF(VALUES(last_ts) >= last_ts"
                                + " AND VALUES(last_id) <> '', VALUES(last_id), last_id),"
                                + " last_ts = GREATEST(last_ts, VALUES(last_ts))")) {
            upsert.setString(1, source());
            upsert.setLong(2, newest);
            upsert.setString(3, job);
            upsert.executeUpdate();
        }
    }

    /** Call it after the commit. */
    void written(Fold fold) {
        if (due(fold)) {
            lastWrite = clock.instant();
        }
    }

    /**
     * @return whether it is to be written with these news
     */
    boolean due(Fold fold) {
        boolean ended = fold.jobs().values().stream().anyMatch(News.Job::ended);
        return !held()
                && fold.newest() > 0
                && (ended || !clock.instant().isBefore(lastWrite.plus(every)));
    }

    /**
     * @return when the newest event happened that was ever written
     */
    Optional<Instant> read(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT last_ts FROM eb_event_cursor WHERE source = ?")) {
            select.setString(1, source());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(Instant.ofEpochSecond(row.getLong(1)))
                        : Optional.empty();
            }
        }
    }

    private String source() {
        return "comet-ws:" + profile;
    }
}
