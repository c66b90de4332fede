package com.eazybackup.fleet;

import com.eazybackup.comet.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/**
 * The jobs of a client that run now, and those that ended in the last 24 hours: what a live view
 * begins with. One query each.
 *
 * <p>A job of a revoked device is left out; one whose device has not been written yet is not.
 */
@ApplicationScoped
public class JobsNow {

    private DataSource database;
    private Clock clock;
    private Interruption interruption;

    JobsNow() {}

    @Inject
    public JobsNow(DataSource database, Clock clock, Interruption interruption) {
        this.database = database;
        this.clock = clock;
        this.interruption = interruption;
    }

    /**
     * @return at most {@code limit}, the latest started first
     * @throws FleetUnreadable when the database does not answer
     */
    public List<FleetJob> running(ClientScope scope, int limit) {
        if (scope.isEmpty()) {
            return List.of();
        }
        JobReader reader = reader(scope);
        return read(
                reader.running().add(" ORDER BY t.started_at DESC, t.job_id LIMIT ?", limit),
                reader::runningJob);
    }

    /**
     * @return at most {@code limit}, the latest ended first
     * @throws FleetUnreadable when the database does not answer
     */
    public List<FleetJob> endedInLastDay(ClientScope scope, int limit) {
        if (scope.isEmpty()) {
            return List.of();
        }
        JobReader reader = reader(scope);
        SqlQuery query =
                reader.ended()
                        .add(
                                // As the key has it: only what is told is read.
                                " AND t.ended_at >= ? ORDER BY t.ended_at DESC, t.server_id DESC,"
                                        + " t.job_id DESC LIMIT ?",
                                clock.instant().minus(LatestBackup.WINDOW).getEpochSecond(),
                                limit);
        return read(query, reader::endedJob);
    }

    private JobReader reader(ClientScope scope) {
        return new JobReader(scope, interruption, clock.instant());
    }

    private List<FleetJob> read(SqlQuery query, SqlQuery.RowReader<FleetJob> reader) {
        try (Connection connection = database.getConnection()) {
            return query.list(connection, reader);
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    /** The column is text because the PHP system once wrote names there. */
    public static int classification(String jobType) {
        return jobType.matches("\\d{1,9}") ? Integer.parseInt(jobType) : 0;
    }

    /** A running job is active unless its own record says how it runs. */
    public static int runningCode(int recorded) {
        return JobStatus.of(recorded).running() ? recorded : JobStatus.ACTIVE.code();
    }
}
