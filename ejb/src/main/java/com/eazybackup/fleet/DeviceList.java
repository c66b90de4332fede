package com.eazybackup.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * The devices of a client, page by page, from our own tables: no Comet Server is asked.
 *
 * <p>Cost: which devices a page has, how many there are and how they stand, is what {@link
 * KnownFleets} knows, with its cost; then four queries whatever the size of the page and of the
 * fleet: the page's rows, their recorded jobs of 24 hours, their running jobs, their 13 days. None
 * of the four when the page is empty, none at all when the client has no active service. One more
 * when a device of the page is overdue by one of its items, and one when those are asked for that
 * had certain jobs, which looks at each device of the client.
 *
 * <p>Limits: revoked devices are not shown. The queries are not one snapshot; a job that ends
 * between them may be shown in either state until its news arrives.
 */
@ApplicationScoped
public class DeviceList {

    private DataSource database;
    private Clock clock;
    private StandingRule rule;
    private KnownFleets fleets;

    DeviceList() {}

    @Inject
    public DeviceList(DataSource database, Clock clock, StandingRule rule, KnownFleets fleets) {
        this.database = database;
        this.clock = clock;
        this.rule = rule;
        this.fleets = fleets;
    }

    /**
     * @throws FleetUnreadable when the database does not answer
     */
    public DevicePage page(ClientScope scope, DeviceQuery query) {
        if (scope.isEmpty()) {
            return new DevicePage(
                    List.of(),
                    query.page(),
                    query.size(),
                    0,
                    query.grouping().map(any -> List.<GroupSection>of()).orElse(null));
        }
        Instant now = clock.instant();
        JudgedFleet fleet = fleets.of(scope, now);
        try (Connection connection = database.getConnection()) {
            JudgedFleet.Chosen chosen = fleet.page(query, having(connection, scope, query, now));
            return new DevicePage(
                    rows(connection, scope, query, chosen.page(), now),
                    query.page(),
                    query.size(),
                    chosen.total(),
                    chosen.sections());
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    /**
     * @return the client's devices without the revoked ones
     * @throws FleetUnreadable when the database does not answer
     */
    public DeviceCounts counts(ClientScope scope) {
        if (scope.isEmpty()) {
            return new DeviceCounts(0, 0);
        }
        return fleets.of(scope, clock.instant()).counts();
    }

    /**
     * No query for the devices themselves, whatever is looked for.
     *
     * @param text as {@link DeviceFilter#text()}
     * @throws FleetUnreadable when the database does not answer
     */
    public Found<FoundDevice> find(ClientScope scope, String text, int most) {
        if (scope.isEmpty()) {
            return new Found<>(0, List.of());
        }
        return fleets.of(scope, clock.instant()).found(text, most);
    }

    private Predicate<JudgedDevice> having(
            Connection connection, ClientScope scope, DeviceQuery query, Instant now)
            throws SQLException {
        if (query.filter().had().isEmpty()) {
            return any -> true;
        }
        JobsOfDevice jobs = new JobsOfDevice(query.filter().had().get(), now, rule.interruption());
        Set<String> such = new DeviceSelection(scope).having(connection, jobs);
        return one -> such.contains(one.device().id());
    }

    private List<DeviceRow> rows(
            Connection connection,
            ClientScope scope,
            DeviceQuery query,
            List<JudgedDevice> chosen,
            Instant now)
            throws SQLException {
        if (chosen.isEmpty()) {
            return List.of();
        }
        Map<String, Standing> standings = new LinkedHashMap<>();
        Map<String, Integer> groups = new HashMap<>();
        chosen.forEach(
                one -> {
                    standings.put(one.device().id(), one.standing());
                    groups.put(one.device().id(), one.group());
                });
        Map<String, DeviceSelection.Found> found =
                new DeviceSelection(scope).rows(connection, standings.keySet());
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, String> hashes = new HashMap<>();
        found.forEach((id, device) -> hashes.put(id, device.hash()));
        Map<String, List<DeviceJob>> jobs = new JobsOfLastDay(scope).of(connection, hashes, now);
        Map<String, List<String>> dots =
                DayDots.of(connection, scope, hashes.keySet(), DayBoundaries.of(now, query.zone()));
        ItemReader items = new ItemReader(scope, rule.overdueFrom(now));
        Map<String, DeviceRow.LateItem> late = LateItems.of(connection, items, standings);
        return standings.keySet().stream()
                .map(found::get)
                .filter(Objects::nonNull) // else it has gone since
                .map(
                        device ->
                                row(
                                        scope,
                                        device,
                                        asNow(
                                                device,
                                                jobs.getOrDefault(device.id(), List.of()),
                                                now),
                                        dots.getOrDefault(device.id(), DayDots.none()),
                                        standings.get(device.id()),
                                        late.get(device.id()),
                                        groups.get(device.id()),
                                        now))
                .toList();
    }

    private List<DeviceJob> asNow(DeviceSelection.Found device, List<DeviceJob> jobs, Instant now) {
        Long since = device.offlineSince();
        return since != null && rule.interruption().holds(since, now)
                ? jobs.stream().map(DeviceJob::interruptedNow).toList()
                : jobs;
    }

    private static DeviceRow row(
            ClientScope scope,
            DeviceSelection.Found device,
            List<DeviceJob> jobs,
            List<String> days,
            Standing standing,
            DeviceRow.LateItem late,
            int group,
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
                days,
                standing,
                late,
                group == KnownGroups.UNGROUPED ? null : group);
    }
}
