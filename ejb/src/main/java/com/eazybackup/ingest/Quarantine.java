package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.Page;
import com.eazybackup.ingest.QuarantinedFrame.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The quarantine of all Comet Servers, for operators: look, read again, throw away.
 *
 * <p>Guarantee: a replay turns nothing back. What a frame said of a job is written as late news
 * are; what it said of an account or a device may have changed since, so the server is asked.
 */
@ApplicationScoped
public class Quarantine {

    private static final int SHOWN = 800;

    private DataSource database;
    private Intakes intakes;
    private Clock clock;

    Quarantine() {}

    @Inject
    public Quarantine(DataSource database, Intakes intakes, Clock clock) {
        this.database = database;
        this.intakes = intakes;
        this.clock = clock;
    }

    /**
     * @param page from 1
     * @return those in that state, the last heard of first
     */
    public Page<QuarantinedFrame> list(State state, int page, int size) throws SQLException {
        List<QuarantinedFrame> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT id, profile, reason, LEFT(frame, ?), size, times, first_ms,"
                                        + " last_ms, state FROM eb_quarantine WHERE state = ?"
                                        + " ORDER BY last_ms DESC, id DESC LIMIT ? OFFSET ?")) {
            select.setInt(1, SHOWN);
            select.setString(2, state.wire());
            select.setInt(3, size);
            select.setLong(4, (page - 1L) * size);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(frame(row));
                }
            }
            return new Page<>(found, page, size, count(connection, state));
        }
    }

    private static QuarantinedFrame frame(ResultSet row) throws SQLException {
        return new QuarantinedFrame(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                Instant.ofEpochMilli(row.getLong(7)),
                Instant.ofEpochMilli(row.getLong(8)),
                State.of(row.getString(9)));
    }

    private static long count(Connection connection, State state) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT COUNT(*) FROM eb_quarantine WHERE state = ?")) {
            select.setString(1, state.wire());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    public boolean has(long id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT 1 FROM eb_quarantine WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * Reads a frame again, after whatever was wrong has been repaired.
     *
     * @throws SQLException when the database cannot take it now; nothing has changed then
     */
    public Replay replay(long id) throws SQLException {
        Optional<Kept> kept = kept(id);
        if (kept.isEmpty()) {
            return Replay.NOT_FOUND;
        }
        Replay outcome = replay(kept.get());
        if (outcome.done()) {
            settle(id, State.REPLAYED);
        }
        return outcome;
    }

    /**
     * @return the numbers of open frames, the first that came first
     */
    public List<Long> openIds(int most) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT id FROM eb_quarantine WHERE state = 'open'"
                                        + " ORDER BY first_ms, id LIMIT ?")) {
            select.setInt(1, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
        }
        return List.copyOf(found);
    }

    private Replay replay(Kept kept) throws SQLException {
        Optional<CometIntake> intake = intakes.of(kept.profile());
        if (intake.isEmpty()) {
            return Replay.NO_INTAKE;
        }
        News news = EventReader.read(kept.frame(), kept.last());
        if (news instanceof News.Unreadable) {
            return kept.cut() ? Replay.CUT : Replay.UNREADABLE;
        }
        return intake.get().replay(news);
    }

    /**
     * Throws a frame away. The same frame is counted when it comes again, and stays away.
     *
     * @return false when there is none of that number
     */
    public boolean discard(long id) throws SQLException {
        return settle(id, State.DISCARDED);
    }

    private boolean settle(long id, State state) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement(
                                "UPDATE eb_quarantine SET state = ?, state_ms = ? WHERE id = ?")) {
            update.setString(1, state.wire());
            update.setLong(2, clock.millis());
            update.setLong(3, id);
            return update.executeUpdate() > 0;
        }
    }

    /** A frame as it is kept. */
    private record Kept(ProfileName profile, String frame, boolean cut, Instant last) {}

    private Optional<Kept> kept(long id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT profile, frame, last_ms FROM eb_quarantine"
                                        + " WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Kept(
                                        new ProfileName(row.getString(1)),
                                        row.getString(2),
                                        QuarantineText.cut(row.getString(2)),
                                        Instant.ofEpochMilli(row.getLong(3))))
                        : Optional.empty();
            }
        }
    }
}
