package com.eazybackup.fleet;

import com.eazybackup.comet.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The backups that one dot of a device's row stands for: those that ended within a day as a person
 * in one zone counts days; from our own tables, no Comet Server is asked.
 *
 * <p>Cost: two queries, one for a device that is not the client's, none when it has no active
 * service. Limits: at most {@link #MOST} jobs; revoked devices have none; a backup that the device
 * made for an account whose service is not active any more is in the dot, and not told here.
 */
@ApplicationScoped
public class JobsOfDay {

    public static final int MOST = 200;

    /** Days that are told of, the one of today included. */
    public static final int DAYS = DayBoundaries.DAYS + 1;

    private static final String JOBS =
            "SELECT j.id, j.username, j.type, j.status, i.name, UNIX_TIMESTAMP(j.started_at),"
                    + " UNIX_TIMESTAMP(j.ended_at), j.upload_bytes, j.total_bytes"
                    + " FROM comet_jobs j LEFT JOIN comet_items i"
                    + " ON i.id = j.comet_item_id AND i.client_id = j.client_id"
                    + " WHERE j.comet_device_id = ? AND j.client_id = ? AND j.type = "
                    + DayDots.BACKUP
                    + " AND j.last_status_at >= FROM_UNIXTIME(?)"
                    + " AND j.last_status_at < FROM_UNIXTIME(?)"
                    + " AND j.ended_at >= FROM_UNIXTIME(?) AND j.ended_at < FROM_UNIXTIME(?) AND ";

    private DataSource database;
    private Clock clock;

    JobsOfDay() {}

    @Inject
    public JobsOfDay(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @return the day that it is there
     */
    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * @return whether that day is one of the last {@link #DAYS}
     */
    public boolean reaches(LocalDate day, ZoneId zone) {
        LocalDate today = today(zone);
        return !day.isAfter(today) && day.isAfter(today.minusDays(DAYS));
    }

    /**
     * @param device its key
     * @param day one that is reached
     * @return the latest ended first; empty when it is none of the client's devices
     * @throws FleetUnreadable when the database does not answer
     */
    public Optional<List<FleetJob>> of(
            ClientScope scope, String device, LocalDate day, ZoneId zone) {
        if (scope.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            DeviceSelection.Found found =
                    new DeviceSelection(scope).rows(connection, List.of(device)).get(device);
            return found == null
                    ? Optional.empty()
                    : Optional.of(jobs(connection, scope, found, day, zone, now));
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    private static List<FleetJob> jobs(
            Connection connection,
            ClientScope scope,
            DeviceSelection.Found device,
            LocalDate day,
            ZoneId zone,
            Instant now)
            throws SQLException {
        List<Long> days = DayBoundaries.of(now, zone);
        long from = day.atStartOfDay(zone).toEpochSecond();
        long to = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
        return new SqlQuery()
                .add(
                        JOBS,
                        device.id(),
                        scope.client().value(),
                        days.get(0),
                        Math.max(to, days.get(DayBoundaries.DAYS)),
                        from,
                        to)
                .exactlyOneOf("j.username", scope.usernames())
                .add(" ORDER BY j.ended_at DESC, j.id DESC LIMIT ?", MOST)
                .list(connection, row -> job(scope, device, row));
    }

    private static FleetJob job(ClientScope scope, DeviceSelection.Found device, ResultSet row)
            throws SQLException {
        JobStatus status = JobStatus.of(row.getInt(4));
        String username = row.getString(2);
        String server = scope.profileOf(username);
        long uploaded = row.getLong(8);
        long total = row.getLong(9);
        return new FleetJob(
                FleetJob.id(server, row.getString(1)),
                row.getString(1),
                server,
                username,
                device.hash(),
                device.id(),
                device.name(),
                row.getInt(3),
                status.running() ? FleetJob.RUNNING : status.stored(),
                status.state().wire(),
                row.getInt(4),
                row.getString(5) == null ? "" : row.getString(5),
                row.getLong(6),
                row.getLong(7),
                uploaded > 0 ? uploaded : total,
                total,
                0,
                0,
                null,
                null);
    }
}
