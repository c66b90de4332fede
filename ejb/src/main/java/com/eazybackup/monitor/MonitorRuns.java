package com.eazybackup.monitor;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.Page;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * {@code eb_monitor_runs}: what the runs of all nodes have found and done, and {@code
 * eb_monitor_profile_state}: how it stands with each Comet Server.
 */
@ApplicationScoped
public class MonitorRuns {

    /** How long a run is kept. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 1_000;

    private static final String COLUMNS =
            "SELECT id, profile, mode, cause, dry_run, began_ms, ended_ms, outcome, error, figures";

    private DataSource database;
    private Clock clock;

    MonitorRuns() {}

    @Inject
    public MonitorRuns(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * How it stands with the runs over one Comet Server.
     *
     * @param failures in a row
     * @param lastSuccess empty before the first
     */
    public record Standing(int failures, Optional<Instant> lastSuccess) {

        static final Standing NONE = new Standing(0, Optional.empty());
    }

    /**
     * A run begins. Those of this profile that a node has left unfinished are over.
     *
     * @return its id
     */
    long begin(ProfileName profile, MonitorRun.Mode mode, MonitorOrder order) throws SQLException {
        try (Connection connection = database.getConnection()) {
            update(
                    connection,
                    "UPDATE eb_monitor_runs SET outcome = 'failed', ended_ms = ?,"
                            + " error = 'The node ended.'"
                            + " WHERE profile = ? AND ended_ms IS NULL",
                    clock.millis(),
                    profile.value());
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "INSERT INTO eb_monitor_runs (profile, mode, cause, dry_run, began_ms,"
                                    + " outcome) VALUES (?,?,?,?,?,'running')",
                            Statement.RETURN_GENERATED_KEYS)) {
                set(
                        insert,
                        profile.value(),
                        mode.wire(),
                        order.cause().wire(),
                        order.dryRun(),
                        clock.millis());
                insert.executeUpdate();
                try (ResultSet key = insert.getGeneratedKeys()) {
                    key.next();
                    return key.getLong(1);
                }
            }
        }
    }

    void end(MonitorRun run) throws SQLException {
        try (Connection connection = database.getConnection()) {
            update(
                    connection,
                    "UPDATE eb_monitor_runs SET ended_ms = ?, outcome = ?, error = ?, figures = ?,"
                            + " job_lines = ? WHERE id = ?",
                    run.ended().orElseThrow().toEpochMilli(),
                    run.outcome().wire(),
                    run.error(),
                    json(run.figures()),
                    json(run.lines()),
                    run.id());
            long second = run.ended().orElseThrow().getEpochSecond();
            if (run.outcome() == MonitorRun.Outcome.COMPLETE) {
                update(
                        connection,
                        "INSERT INTO eb_monitor_profile_state (profile, last_success_ts,"
                                + " last_incomplete_count) VALUES (?,?,?) ON DUPLICATE KEY UPDATE"
                                + " last_success_ts = VALUES(last_success_ts),"
                                + " last_incomplete_count = VALUES(last_incomplete_count),"
                                + " consecutive_failures = 0",
                        run.profile(),
                        second,
                        run.figures().unfinished());
            } else {
                update(
                        connection,
                        "INSERT INTO eb_monitor_profile_state (profile, last_error_ts,"
                                + " consecutive_failures, last_error) VALUES (?,?,1,?)"
                                + " ON DUPLICATE KEY UPDATE last_error_ts = VALUES(last_error_ts),"
                                + " consecutive_failures = consecutive_failures + 1,"
                                + " last_error = VALUES(last_error)",
                        run.profile(),
                        second,
                        run.error());
            }
        }
    }

    /**
     * @param profile only of this Comet Server
     * @param page from 1
     * @return the newest first, with their lines
     */
    public Page<MonitorRun> list(Optional<ProfileName> profile, int page, int size)
            throws SQLException {
        String name = profile.map(ProfileName::value).orElse("");
        try (Connection connection = database.getConnection()) {
            List<MonitorRun> found =
                    read(
                            connection,
                            ", job_lines FROM eb_monitor_runs WHERE (? = '' OR profile = ?)"
                                    + " ORDER BY id DESC LIMIT ? OFFSET ?",
                            name,
                            name,
                            size,
                            (page - 1L) * size);
            return new Page<>(found, page, size, count(connection, name));
        }
    }

    /**
     * @return empty when there is no such run
     */
    public Optional<MonitorRun> find(long id) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return read(connection, ", job_lines FROM eb_monitor_runs WHERE id = ?", id).stream()
                    .findFirst();
        }
    }

    /**
     * @return the last run of each Comet Server that has begun on any node, without its lines
     */
    List<MonitorRun> last() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return read(
                    connection,
                    ", NULL FROM eb_monitor_runs WHERE id IN"
                            + " (SELECT MAX(id) FROM eb_monitor_runs GROUP BY profile)");
        }
    }

    /**
     * @return when the last run by the clock began, on any node
     */
    Optional<Instant> lastScheduled(ProfileName profile) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT began_ms FROM eb_monitor_runs WHERE profile = ?"
                                        + " AND cause = 'schedule' ORDER BY id DESC LIMIT 1")) {
            select.setString(1, profile.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(Instant.ofEpochMilli(row.getLong(1)))
                        : Optional.empty();
            }
        }
    }

    /**
     * @return by profile
     */
    Map<String, Standing> standings() throws SQLException {
        Map<String, Standing> standings = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT profile, consecutive_failures, last_success_ts"
                                        + " FROM eb_monitor_profile_state");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long success = row.getLong(3);
                standings.put(
                        row.getString(1),
                        new Standing(
                                row.getInt(2),
                                success > 0
                                        ? Optional.of(Instant.ofEpochSecond(success))
                                        : Optional.empty()));
            }
        }
        return standings;
    }

    /**
     * Forgets runs that are older than {@link #KEPT}, a thousand at a time.
     *
     * @return how many
     */
    public int forgetOld() throws SQLException {
        int forgotten = 0;
        try (Connection connection = database.getConnection()) {
            int some;
            do {
                some =
                        update(
                                connection,
                                "DELETE FROM eb_monitor_runs WHERE began_ms < ? LIMIT " + AT_ONCE,
                                clock.instant().minus(KEPT).toEpochMilli());
                forgotten += some;
            } while (some == AT_ONCE);
        }
        return forgotten;
    }

    private static List<MonitorRun> read(Connection connection, String sql, Object... values)
            throws SQLException {
        List<MonitorRun> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + sql)) {
            set(select, values);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(run(row));
                }
            }
        }
        return found;
    }

    private static MonitorRun run(ResultSet row) throws SQLException {
        long ended = row.getLong(7);
        return new MonitorRun(
                row.getLong(1),
                row.getString(2),
                MonitorRun.Mode.valueOf(upper(row.getString(3))),
                MonitorRun.Cause.valueOf(upper(row.getString(4))),
                row.getBoolean(5),
                Instant.ofEpochMilli(row.getLong(6)),
                ended > 0 ? Optional.of(Instant.ofEpochMilli(ended)) : Optional.empty(),
                MonitorRun.Outcome.valueOf(upper(row.getString(8))),
                row.getString(9),
                figures(row.getString(10)),
                lines(row.getString(11)));
    }

    private static String upper(String stored) {
        return stored.toUpperCase(Locale.ROOT);
    }

    private static long count(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT COUNT(*) FROM eb_monitor_runs WHERE (? = '' OR profile = ?)")) {
            set(select, name, name);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static int update(Connection connection, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of ours are always JSON", e);
        }
    }

    private static MonitorFigures figures(String json) throws SQLException {
        try {
            return json == null ? MonitorFigures.NONE : JSON.readValue(json, MonitorFigures.class);
        } catch (JsonProcessingException e) {
            throw new SQLException("eb_monitor_runs.figures is not ours", e);
        }
    }

    private static List<MonitorLine> lines(String json) throws SQLException {
        try {
            return json == null ? List.of() : JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("eb_monitor_runs.job_lines is not ours", e);
        }
    }
}
