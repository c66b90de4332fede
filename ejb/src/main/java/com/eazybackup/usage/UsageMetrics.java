package com.eazybackup.usage;

import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.DayOfClient;
import com.eazybackup.fleet.DeviceCounts;
import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.fleet.Interruption;
import com.eazybackup.fleet.KnownFleets;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;

/**
 * A client in numbers, from our own tables: no Comet Server is asked.
 *
 * <p>Cost: five queries and those of {@link KnownFleets#day}, none when the client has no active
 * service. Days are those of {@code EB_TIME_ZONE}, in which the daily figures were taken.
 *
 * <p>Limits: the queries are not one snapshot. A day that was not counted is not there; nobody
 * guesses it.
 */
@ApplicationScoped
public class UsageMetrics {

    private DataSource database;
    private KnownFleets fleets;
    private Interruption interruption;
    private Clock clock;
    private ZoneId zone;

    UsageMetrics() {}

    @Inject
    public UsageMetrics(
            DataSource database,
            KnownFleets fleets,
            Interruption interruption,
            Clock clock,
            Settings settings) {
        this.database = database;
        this.fleets = fleets;
        this.interruption = interruption;
        this.clock = clock;
        this.zone = ZoneId.of(settings.text(Setting.EB_TIME_ZONE));
    }

    /**
     * @throws FleetUnreadable when the database does not answer
     */
    public UsageFigures of(ClientScope scope) {
        Instant now = clock.instant();
        if (scope.isEmpty()) {
            return new UsageFigures(
                    List.of(),
                    List.of(),
                    JobCounts.NONE,
                    new DeviceCounts(0, 0),
                    UsageNow.noItems(),
                    0,
                    now);
        }
        UsageHistory history = new UsageHistory(scope, LocalDate.ofInstant(now, zone));
        UsageNow present = new UsageNow(scope, now, interruption.grace());
        try (Connection connection = database.getConnection()) {
            // First what runs: what ends in between is then counted twice, never not at all.
            UsageNow.Live live = present.live(connection);
            DayOfClient day = fleets.day(scope, now);
            return new UsageFigures(
                    history.devices(connection),
                    history.storage(connection),
                    UsageNow.jobs(live, day.ended()),
                    day.devices(),
                    present.items(connection),
                    present.storedBytes(connection),
                    now);
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }
}
