package com.eazybackup.pulse;

import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.whmcs.ClientId;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * {@code eb_incident_ack}: which jobs a client does not want to hear of, and until when. What has a
 * device's key in place of a job's id is of a device that has no job.
 */
@ApplicationScoped
class Snoozes {

    // A longer one that is there stays, and stays its own wish's; until_ts is last, for the others
    // look at it.
    private static final String LONGER_STAYS =
            " ON DUPLICATE KEY UPDATE wish_id = IF(VALUES(until_ts) > until_ts, VALUES(wish_id),"
                    + " wish_id), wished_by = IF(VALUES(until_ts) > until_ts, VALUES(wished_by),"
                    + " wished_by), wished_ts = IF(VALUES(until_ts) > until_ts, VALUES(wished_ts),"
                    + " wished_ts), until_ts = GREATEST(until_ts, VALUES(until_ts))";

    private static final String INSERT =
            "INSERT INTO eb_incident_ack (client_id, until_ts, wish_id, wished_by, wished_ts, job_id)";

    private static final String ONE = INSERT + " VALUES (?,?,?,?,?,?)" + LONGER_STAYS;

    // One statement however many they are: all of them, or none.
    private static final String ALL =
            INSERT
                    + " SELECT ?,?,?,?,?, k.job FROM JSON_TABLE(?, '$[*]' COLUMNS"
                    + " (job VARCHAR(64) PATH '$')) k"
                    + LONGER_STAYS;

    private static final String OF_WISH =
            " FROM eb_incident_ack WHERE client_id = ?"
                    + " AND (wish_id = ? OR (wish_id = '' AND job_id = ?))";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int LONGEST_NAME = 255;

    /**
     * What somebody does not want to hear of.
     *
     * @param by as people are named
     */
    record Wish(String id, Instant until, String by, Instant at) {}

    private DataSource database;

    Snoozes() {}

    @Inject
    Snoozes(DataSource database) {
        this.database = database;
    }

    /**
     * A longer one that is there stays. Of two at the same moment the longer one holds, too; then
     * {@code previous} may not know of the other.
     */
    Snooze write(ClientId client, String jobId, Wish wish) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ONE)) {
            Optional<Instant> previous = until(connection, client, jobId, wish.at());
            fill(insert, client, wish, jobId);
            return new Snooze(
                    previous.filter(wish.until()::isBefore).orElse(wish.until()), previous);
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    /** All of them or none; of each a longer one that is there stays. */
    void write(ClientId client, Collection<String> subjects, Wish wish) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ALL)) {
            fill(insert, client, wish, JSON.valueToTree(subjects).toString());
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    private static void fill(PreparedStatement insert, ClientId client, Wish wish, String what)
            throws SQLException {
        String by = wish.by();
        insert.setInt(1, client.value());
        insert.setLong(2, wish.until().getEpochSecond());
        insert.setString(3, wish.id());
        insert.setString(4, by.substring(0, Math.min(by.length(), LONGEST_NAME)));
        insert.setLong(5, wish.at().getEpochSecond());
        insert.setString(6, what);
        insert.executeUpdate();
    }

    boolean hasWish(ClientId client, String wish) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT 1" + OF_WISH + " LIMIT 1")) {
            ofWish(select, client, wish);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    /**
     * @return how many it was of
     */
    int endWish(ClientId client, String wish) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE" + OF_WISH)) {
            ofWish(delete, client, wish);
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    private static void ofWish(PreparedStatement statement, ClientId client, String wish)
            throws SQLException {
        statement.setInt(1, client.value());
        statement.setString(2, wish);
        statement.setString(3, wish);
    }

    private static Optional<Instant> until(
            Connection connection, ClientId client, String jobId, Instant now) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT until_ts FROM eb_incident_ack"
                                + " WHERE client_id = ? AND job_id = ? AND until_ts > ?")) {
            select.setInt(1, client.value());
            select.setString(2, jobId);
            select.setLong(3, now.getEpochSecond());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(Instant.ofEpochSecond(row.getLong(1)))
                        : Optional.empty();
            }
        }
    }

    /** Ends the one that ends then, and no other. */
    void end(ClientId client, String jobId, Instant until) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement(
                                "DELETE FROM eb_incident_ack"
                                        + " WHERE client_id = ? AND job_id = ? AND until_ts = ?")) {
            delete.setInt(1, client.value());
            delete.setString(2, jobId);
            delete.setLong(3, until.getEpochSecond());
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    /** Of one that is not snoozed nothing is left to end. */
    void end(ClientId client, String jobId) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement(
                                "DELETE FROM eb_incident_ack WHERE client_id = ? AND job_id = ?")) {
            delete.setInt(1, client.value());
            delete.setString(2, jobId);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }
}
