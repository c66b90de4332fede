package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.stream.StreamState;
import com.eazybackup.comet.stream.StreamStatus;
import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.fleet.FleetChange;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * How one stream stands, on its way to {@code eb_stream_state} and to the viewers. What happens
 * while the database is away is written when it is back; only the last of it counts.
 */
final class StreamStanding {

    private static final Logger LOG = System.getLogger(StreamStanding.class.getName());
    private static final long REFRESH_MS = 5_000;
    private static final long LOOK_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int REASON = 255;

    private final ProfileName profile;
    private final String displayName;
    private final DataSource database;
    private final ChangeLog feed;
    private final Clock clock;
    private final Runnable afterCommit;

    private StreamStatus status;
    private StreamStatus written;
    private volatile long lastFrame;
    private long writtenFrame;
    private long lookedAt = System.nanoTime();

    StreamStanding(
            ProfileName profile, String displayName, WriterTools tools, Runnable afterCommit) {
        this.profile = profile;
        this.displayName = displayName;
        this.database = tools.database();
        this.feed = tools.feed();
        this.clock = tools.clock();
        this.afterCommit = afterCommit;
    }

    /** A frame has come. */
    void frame() {
        lastFrame = clock.millis();
    }

    /**
     * @return Unix milliseconds of the last frame, 0 while none has come
     */
    long lastFrameMs() {
        return lastFrame;
    }

    String displayName() {
        return displayName;
    }

    synchronized void changed(StreamStatus now) {
        status = now;
    }

    /** Writes what has changed since the last time, if anything has. Cheap when not. */
    synchronized void flush() {
        if (status == null) {
            return;
        }
        boolean news = !status.equals(written);
        boolean frames = lastFrame - writtenFrame >= REFRESH_MS;
        boolean looks =
                status.state() == StreamState.LIVE && System.nanoTime() - lookedAt >= LOOK_NANOS;
        if (!news && !frames && !looks) {
            return;
        }
        long frame = lastFrame;
        try (Connection connection = database.getConnection()) {
            lookedAt = System.nanoTime();
            if (!news && saysOtherwise(connection)) {
                written = null;
            } else if (!news && !frames) {
                return;
            }
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                write(connection, frame);
                boolean told =
                        written == null
                                || written.state() != status.state()
                                || !written.since().equals(status.since());
                if (told) {
                    feed.append(connection, List.of(FleetChange.Draft.ofStream(body())));
                }
                connection.commit();
                committed = true;
                written = status;
                writtenFrame = frame;
                if (told) {
                    afterCommit.run();
                }
            } finally {
                if (!committed) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The state of stream " + profile + " could not be written", e);
        }
    }

    /** Another node that ends writes that its stream is down; ours is live all the same. */
    private boolean saysOtherwise(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT state FROM eb_stream_state WHERE profile = ?")) {
            select.setString(1, profile.value());
            try (ResultSet row = select.executeQuery()) {
                return status.state() == StreamState.LIVE
                        && !(row.next() && row.getString(1).equals(status.state().wire()));
            }
        }
    }

    private void write(Connection connection, long frame) throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        "INSERT INTO eb_stream_state (profile, name, state, since_ms, last_frame_ms,"
                                + " reason, updated_ms) VALUES (?,?,?,?,?,?,?)"
                                + " ON DUPLICATE KEY UPDATE name = VALUES(name),"
                                + " state = VALUES(state), since_ms = VALUES(since_ms),"
                                + " last_frame_ms = GREATEST(last_frame_ms, VALUES(last_frame_ms)),"
                                + " reason = VALUES(reason), updated_ms = VALUES(updated_ms)")) {
            upsert.setString(1, profile.value());
            upsert.setString(2, Fit.to(Fit.NAME, displayName));
            upsert.setString(3, status.state().wire());
            upsert.setLong(4, status.since().toEpochMilli());
            upsert.setLong(5, frame);
            upsert.setString(6, Fit.to(REASON, status.reason()));
            upsert.setLong(7, clock.millis());
            upsert.executeUpdate();
        }
    }

    private String body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("profile", profile.value())
                .put("name", displayName)
                .put("state", status.state().wire())
                .put("since", status.since().getEpochSecond());
        return Fit.json(body);
    }
}
