package com.eazybackup.fleet;

import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The change feed in {@code eb_changes}: written with the rows that it tells about, read by one
 * tail per node.
 *
 * <p>Guarantee: a reader that has seen id n and asks for what comes after n misses nothing. Ids
 * come from one row whose lock is held until the writer commits, so their order is the order of
 * commits; an auto-increment column would not give that.
 */
@ApplicationScoped
public class ChangeLog {

    private static final int STREAM = 0;
    private static final String SELECT = "SELECT id, client_id, kind, body, at_ms FROM eb_changes";

    private static final String NEWEST = "SELECT last_id FROM eb_change_seq";

    private DataSource database;
    private Clock clock;

    ChangeLog() {}

    @Inject
    public ChangeLog(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Appends in the caller's transaction. Call it last, right before the commit: other writers
     * wait from here on.
     */
    public void append(Connection connection, List<FleetChange.Draft> drafts) throws SQLException {
        if (drafts.isEmpty()) {
            return;
        }
        long id = reserve(connection, drafts.size());
        long now = clock.millis();
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO eb_changes (id, client_id, kind, body, at_ms) VALUES (?,?,?,?,?)")) {
            for (FleetChange.Draft draft : drafts) {
                insert.setLong(1, id++);
                insert.setInt(2, draft.client().map(ClientId::value).orElse(STREAM));
                insert.setString(3, draft.kind());
                insert.setString(4, draft.body());
                insert.setLong(5, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * @return the first of {@code count} ids that are the caller's alone
     */
    private static long reserve(Connection connection, int count) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE eb_change_seq SET last_id = LAST_INSERT_ID(last_id + " + count + ")",
                    Statement.RETURN_GENERATED_KEYS);
            // The answer to the update has it already.
            try (ResultSet row = statement.getGeneratedKeys()) {
                row.next();
                return row.getLong(1) - count + 1;
            }
        }
    }

    /**
     * @return what was committed after {@code id}, oldest first, at most {@code limit} lines
     */
    public List<FleetChange> after(long id, int limit) throws SQLException {
        return read(SELECT + " WHERE id > ? ORDER BY id LIMIT ?", id, limit);
    }

    /**
     * As {@link #after(long, int)}, but only what one client may get: its own changes and those of
     * the streams. News of streams that it has no services on is among them.
     */
    public List<FleetChange> afterFor(ClientId client, long id, int limit) throws SQLException {
        return read(
                SELECT + " WHERE client_id IN (?, " + STREAM + ") AND id > ? ORDER BY id LIMIT ?",
                client.value(),
                id,
                limit);
    }

    private List<FleetChange> read(String sql, long... parameters) throws SQLException {
        List<FleetChange> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setLong(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
        }
        return found;
    }

    private static FleetChange read(ResultSet row) throws SQLException {
        int client = row.getInt(2);
        return new FleetChange(
                row.getLong(1),
                client == STREAM ? Optional.empty() : Optional.of(new ClientId(client)),
                row.getString(3),
                row.getString(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    /**
     * @return the id of the newest committed change, 0 when there never was one
     */
    public long newestId() throws SQLException {
        return number(NEWEST);
    }

    long newestId(Connection connection) throws SQLException {
        return number(connection, NEWEST);
    }

    /**
     * @return the id of the oldest change that is still kept, or 0 when none is
     */
    public long oldestId() throws SQLException {
        return number("SELECT COALESCE(MIN(id), 0) FROM eb_changes");
    }

    /** Forgets changes written before {@code limit}. @return how many */
    public int forgetBefore(Instant limit) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM eb_changes WHERE at_ms < ?")) {
            delete.setLong(1, limit.toEpochMilli());
            return delete.executeUpdate();
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return number(connection, sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
