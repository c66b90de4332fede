package com.eazybackup.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The devices of a client, page by page, from our own tables: no Comet Server is asked.
 *
 * <p>Cost: five queries for a page whatever its size and the size of the fleet: how many there are,
 * the page's devices, their recorded jobs of 24 hours, their running jobs, their 13 days. Two when
 * the page is empty, none when the client has no active service.
 *
 * <p>Limits: revoked devices are not shown. The queries are not one snapshot; a job that ends
 * between them may be shown in either state until its news arrives.
 */
@ApplicationScoped
public class DeviceList {

    private DataSource database;
    private Clock clock;

    DeviceList() {}

    @Inject
    public DeviceList(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @throws FleetUnreadable when the database does not answer
     */
    public Page<DeviceRow> page(ClientScope scope, DeviceQuery query) {
        if (scope.isEmpty()) {
            return new Page<>(List.of(), query.page(), query.size(), 0);
        }
        DeviceSelection selection = new DeviceSelection(scope, query.text(), query.online());
        try (Connection connection = database.getConnection()) {
            long total = selection.count(connection).total();
            List<DeviceSelection.Found> found = selection.page(connection, query);
            return new Page<>(
                    rows(connection, scope, query, found), query.page(), query.size(), total);
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    /**
     * @return the client's devices without the revoked ones; one query
     * @throws FleetUnreadable when the database does not answer
     */
    public DeviceCounts counts(ClientScope scope) {
        if (scope.isEmpty()) {
            return new DeviceCounts(0, 0);
        }
        try (Connection connection = database.getConnection()) {
            return new DeviceSelection(scope, "", Optional.empty()).count(connection);
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    private List<DeviceRow> rows(
            Connection connection,
            ClientScope scope,
            DeviceQuery query,
            List<DeviceSelection.Found> found)
            throws SQLException {
        if (found.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Map<String, String> hashes = new LinkedHashMap<>();
        found.forEach(device -> hashes.put(device.id(), device.hash()));
        Map<String, List<DeviceJob>> jobs = new JobsOfLastDay(scope).of(connection, hashes, now);
        Map<String, List<String>> dots =
                DayDots.of(connection, scope, hashes.keySet(), DayBoundaries.of(now, query.zone()));
        return found.stream()
                .map(
                        device ->
                                row(
                                        scope,
                                        device,
                                        jobs.getOrDefault(device.id(), List.of()),
                                        dots.getOrDefault(device.id(), DayDots.none()),
                                        now))
                .toList();
    }

    private static DeviceRow row(
            ClientScope scope,
            DeviceSelection.Found device,
            List<DeviceJob> jobs,
            List<String> days,
            Instant now) {
        return new DeviceRow(
                device.id(),
                device.hash(),
                device.name(),
                device.username(),
                scope.serviceOf(device.username()),
                device.version(),
                device.os(),
                device.platformOs(),
                device.platformArch(),
                device.online(),
                device.offlineSince(),
                device.registeredAt(),
                LatestBackup.of(jobs, now).map(DeviceJob::asLatest).orElse(null),
                jobs.stream().map(DeviceJob::onBar).toList(),
                days);
    }
}
