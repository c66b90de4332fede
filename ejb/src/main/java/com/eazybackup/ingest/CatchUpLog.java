package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Records each catch-up of one Comet Server in {@code eb_catch_ups}, where it stays for thirty
 * days, and in the log.
 */
final class CatchUpLog {

    private static final Logger LOG = System.getLogger(CatchUpLog.class.getName());
    private static final int TEXT = 255;

    /** A server whose lists always fail makes some thousand rows a day. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final ProfileName profile;
    private final DataSource database;
    private volatile CatchUpRun last;

    CatchUpLog(ProfileName profile, DataSource database) {
        this.profile = profile;
        this.database = database;
    }

    Optional<CatchUpRun> last() {
        return Optional.ofNullable(last);
    }

    void record(CatchUpRun run) {
        LOG.log(
                run.complete() ? Level.INFO : Level.WARNING,
                "{0}: caught up in {1} ms, {2} s after the last event: {3} users, {4} connections,"
                        + " {5} jobs, {6} running; put right {7}. {8}",
                profile,
                run.took().toMillis(),
                run.gap().map(gap -> Long.toString(gap.toSeconds())).orElse("?"),
                run.users(),
                run.connections(),
                run.jobs(),
                run.running(),
                run.details(),
                run.error());
        store(run);
        last = run;
    }

    private void store(CatchUpRun run) {
        try (Connection connection = database.getConnection()) {
            write(connection, run);
        } catch (SQLException e) {
            // The record is not worth another catch-up; what was read is written, or will be.
            LOG.log(
                    Level.WARNING,
                    "{0}: the catch-up is not recorded: {1}",
                    profile,
                    e.getMessage());
        }
    }

    private void write(Connection connection, CatchUpRun run) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO eb_catch_ups (profile, cause, began_ms, ended_ms, gap_s, users,"
                                + " connections, jobs, running, put_right, details, outcome, error)"
                                + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            insert.setString(1, profile.value());
            insert.setString(2, run.cause().name().toLowerCase(Locale.ROOT));
            insert.setLong(3, run.began().toEpochMilli());
            insert.setLong(4, run.ended().toEpochMilli());
            insert.setObject(5, run.gap().map(gap -> gap.toSeconds()).orElse(null));
            insert.setInt(6, run.users());
            insert.setInt(7, run.connections());
            insert.setInt(8, run.jobs());
            insert.setInt(9, run.running());
            insert.setInt(10, run.putRight());
            insert.setString(11, Fit.to(TEXT, run.details()));
            insert.setString(12, run.complete() ? "complete" : "failed");
            insert.setString(13, Fit.to(TEXT, run.error()));
            insert.executeUpdate();
        }
        try (PreparedStatement forget =
                connection.prepareStatement(
                        "DELETE FROM eb_catch_ups WHERE profile = ? AND began_ms < ?")) {
            forget.setString(1, profile.value());
            forget.setLong(2, run.began().minus(KEPT).toEpochMilli());
            forget.executeUpdate();
        }
    }
}
