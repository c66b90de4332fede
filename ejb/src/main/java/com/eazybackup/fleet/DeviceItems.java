package com.eazybackup.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The protected items of one device, each with the age of its last good backup against what its
 * schedules promise; from our own tables, no Comet Server is asked.
 *
 * <p>Cost: two queries, one for a device that is not the client's, none when it has no active
 * service. Limit: revoked devices have none.
 */
@ApplicationScoped
public class DeviceItems {

    /**
     * @param at when they were read
     * @param tolerance how late a promised backup may be
     * @param items the worst first
     */
    public record Answer(
            String deviceId,
            String deviceName,
            Instant at,
            Duration tolerance,
            List<DeviceItem> items) {}

    private DataSource database;
    private Clock clock;
    private StandingRule rule;

    DeviceItems() {}

    @Inject
    public DeviceItems(DataSource database, Clock clock, StandingRule rule) {
        this.database = database;
        this.clock = clock;
        this.rule = rule;
    }

    /**
     * @param device its key
     * @return empty when it is none of the client's devices
     * @throws FleetUnreadable when the database does not answer
     */
    public Optional<Answer> of(ClientScope scope, String device) {
        if (scope.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            DeviceSelection.Found found =
                    new DeviceSelection(scope).rows(connection, List.of(device)).get(device);
            if (found == null) {
                return Optional.empty();
            }
            List<DeviceItem> items =
                    new ItemReader(scope, rule.overdueFrom(now))
                            .of(connection, List.of(device))
                            .getOrDefault(device, List.of());
            return Optional.of(new Answer(device, found.name(), now, rule.tolerance(), items));
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }
}
