package com.eazybackup.batch;

import com.eazybackup.platform.Portions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * The table {@code eb_job_runs}: what the jobs of all nodes did. Each method is a transaction of
 * its own.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class JobRuns {

    private static final int TEXT = 255;
    private static final int LOOKED_AT = 14;

    private static final String SELECT =
            "SELECT id, job, COALESCE(execution, 0) AS execution, cause, dry_run, node, began_ms,"
                    + " COALESCE(ended_ms, 0) AS ended_ms, outcome, done, COALESCE(total, -1) AS"
                    + " total, processed, skipped, repaired, sentence, error, details,"
                    + " COALESCE(restart_of, 0) AS restart_of, restarts,"
                    + " COALESCE(confirmed_ms, 0) AS confirmed_ms FROM eb_job_runs";

    private static final String BEGIN =
            "INSERT IGNORE INTO eb_job_runs (job, due_ms, cause, dry_run, node, began_ms, ended_ms,"
                    + " outcome, total, sentence, restart_of, restarts, details)"
                    + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)";

    private DataSource database;
    private Clock clock;

    JobRuns() {}

    @Inject
    public JobRuns(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A run begins.
     *
     * @return its id; empty when the same due time was taken before, by whatever node
     */
    OptionalLong begin(PortalJob job, Occasion occasion, String node) throws SQLException {
        return insert(job, occasion, node, Outcome.RUNNING, "");
    }

    /**
     * A run does not begin.
     *
     * @return false when the same due time was taken before: that this one came to nothing is
     *     recorded all the same
     */
    boolean skip(PortalJob job, Occasion occasion, String node, String why) throws SQLException {
        if (insert(job, occasion, node, Outcome.SKIPPED, why).isPresent()) {
            return true;
        }
        Occasion late =
                new Occasion(
                        occasion.cause(),
                        Optional.empty(),
                        occasion.dryRun(),
                        occasion.date(),
                        occasion.continues(),
                        occasion.restarts(),
                        occasion.forBrokenSync());
        insert(job, late, node, Outcome.SKIPPED, why);
        return false;
    }

    private OptionalLong insert(
            PortalJob job, Occasion occasion, String node, Outcome outcome, String sentence)
            throws SQLException {
        long now = clock.millis();
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(BEGIN, Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, job.code());
            insert.setObject(2, occasion.due().map(Instant::toEpochMilli).orElse(null));
            insert.setString(3, occasion.cause().wire());
            insert.setBoolean(4, occasion.dryRun());
            insert.setString(5, cut(node));
            insert.setLong(6, now);
            insert.setObject(7, outcome == Outcome.RUNNING ? null : now);
            insert.setString(8, outcome.wire());
            insert.setObject(9, outcome == Outcome.RUNNING ? lastTime(connection, job) : null);
            insert.setString(10, cut(sentence));
            insert.setObject(
                    11, occasion.continues().isPresent() ? occasion.continues().getAsLong() : null);
            insert.setInt(12, occasion.restarts());
            insert.setString(13, occasion.forBrokenSync() ? RunDetails.FOR_BROKEN_SYNC : null);
            if (insert.executeUpdate() == 0) {
                return OptionalLong.empty();
            }
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return OptionalLong.of(key.getLong(1));
            }
        }
    }

    /** The last complete run says how much there is to do. */
    private static Long lastTime(Connection connection, PortalJob job) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT processed FROM eb_job_runs WHERE job = ? AND outcome = 'completed'"
                                + " AND processed > 0 ORDER BY id DESC LIMIT 1")) {
            select.setString(1, job.code());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : null;
            }
        }
    }

    void execution(long id, long execution) throws SQLException {
        update("UPDATE eb_job_runs SET execution = ? WHERE id = ?", execution, id);
    }

    /**
     * @return false when the run is not running any more: somebody thought that its node was dead
     */
    boolean progress(long id, long done) throws SQLException {
        update("UPDATE eb_job_runs SET done = ? WHERE id = ? AND outcome = 'running'", done, id);
        return find(id).filter(run -> run.outcome() == Outcome.RUNNING).isPresent();
    }

    /**
     * Whoever says first how a running one ended is believed. Where nothing else is known of it,
     * the details of its beginning stay.
     */
    void end(long id, RunEnd end) throws SQLException {
        update(
                "UPDATE eb_job_runs SET outcome = ?, ended_ms = ?, processed = ?, skipped = ?,"
                        + " repaired = ?, sentence = ?, error = ?,"
                        + " details = COALESCE(NULLIF(?, ?), details, ?)"
                        + " WHERE id = ? AND outcome = 'running'",
                end.outcome().wire(),
                clock.millis(),
                end.processed(),
                end.skipped(),
                end.repaired(),
                cut(end.sentence()),
                cut(end.error()),
                end.details(),
                RunDetails.NONE,
                RunDetails.NONE,
                id);
    }

    void confirmed(long id) throws SQLException {
        update("UPDATE eb_job_runs SET confirmed_ms = ? WHERE id = ?", clock.millis(), id);
    }

    Optional<RunRow> find(long id) throws SQLException {
        return select(SELECT + " WHERE id = ?", id).stream().findFirst();
    }

    /**
     * @return whether it goes on with a run whose removals an operator has confirmed
     */
    boolean continuesConfirmed(long id) throws SQLException {
        Optional<RunRow> run = find(id);
        return run.isPresent()
                && find(run.get().restartOf()).filter(RunRow::isConfirmed).isPresent();
    }

    /**
     * @return another text when a run has begun, ended or been confirmed
     */
    String mark() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT CONCAT_WS('/', COUNT(*), MAX(id), MAX(ended_ms),"
                                        + " MAX(confirmed_ms)) FROM eb_job_runs");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * @return runs of any job that have not ended, as far as anybody has written down
     */
    List<RunRow> running() throws SQLException {
        return select(SELECT + " WHERE outcome = 'running'");
    }

    List<RunRow> running(PortalJob job) throws SQLException {
        return select(SELECT + " WHERE outcome = 'running' AND job = ?", job.code());
    }

    /**
     * @return the newest first, skipped ones left out
     */
    List<RunRow> ended(PortalJob job, int most) throws SQLException {
        return select(
                SELECT
                        + " WHERE job = ? AND outcome NOT IN ('running', 'skipped')"
                        + " ORDER BY id DESC LIMIT ?",
                job.code(),
                most);
    }

    /**
     * @return the newest one that has come to life and has ended: what has failed before it had an
     *     execution did nothing, and there is nothing of it to go on with
     */
    Optional<RunRow> lastBegun(PortalJob job) throws SQLException {
        return begun(job, 1).stream().findFirst();
    }

    /**
     * @return the run that a restart goes on with; empty when there is nothing to go on with
     */
    Optional<RunRow> broken(PortalJob job) throws SQLException {
        return RunRow.last(begun(job, LOOKED_AT)).filter(RunRow::restartable);
    }

    private List<RunRow> begun(PortalJob job, int most) throws SQLException {
        return select(
                SELECT
                        + " WHERE job = ? AND outcome NOT IN ('running', 'skipped')"
                        + " AND (execution IS NOT NULL OR outcome <> 'failed')"
                        + " ORDER BY id DESC LIMIT ?",
                job.code(),
                most);
    }

    /**
     * @param page from 1
     * @return the newest first, skipped ones too
     */
    List<RunRow> page(PortalJob job, int page, int size) throws SQLException {
        return select(
                SELECT + " WHERE job = ? ORDER BY id DESC LIMIT ? OFFSET ?",
                job.code(),
                size,
                (page - 1L) * size);
    }

    long count(PortalJob job) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT COUNT(*) FROM eb_job_runs WHERE job = ?")) {
            select.setString(1, job.code());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * @return rows deleted
     */
    int forget(Instant before, BooleanSupplier stop) throws SQLException {
        return Portions.delete(
                database,
                "DELETE FROM eb_job_runs WHERE began_ms < ? AND outcome <> 'running'",
                stop,
                before.toEpochMilli());
    }

    private List<RunRow> select(String sql, Object... parameters) throws SQLException {
        List<RunRow> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, parameters);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
        }
        return found;
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, parameters);
            update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private static RunRow read(ResultSet row) throws SQLException {
        return new RunRow(
                row.getLong("id"),
                row.getString("job"),
                row.getLong("execution"),
                row.getString("cause"),
                row.getBoolean("dry_run"),
                row.getString("node"),
                row.getLong("began_ms"),
                row.getLong("ended_ms"),
                Outcome.of(row.getString("outcome")),
                row.getLong("done"),
                row.getLong("total"),
                row.getLong("processed"),
                row.getLong("skipped"),
                row.getLong("repaired"),
                row.getString("sentence"),
                row.getString("error"),
                row.getString("details"),
                row.getLong("restart_of"),
                row.getInt("restarts"),
                row.getLong("confirmed_ms"));
    }

    private static String cut(String text) {
        String known = text == null ? "" : text;
        return known.length() > TEXT ? known.substring(0, TEXT) : known;
    }
}
