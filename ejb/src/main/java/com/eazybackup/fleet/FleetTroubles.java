package com.eazybackup.fleet;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Which of a client's devices need somebody and why, those with the same {@link Cause} together.
 * The devices are those that {@link FleetStandings} counts; from our own tables, no Comet Server is
 * asked.
 *
 * <p>Cost: that of {@link KnownFleets}, whose devices are put together once until something
 * happens, and that of {@link JobNames} for the devices that are named. Words cost one look at each
 * device that needs somebody. An answer is bounded by {@link #MOST_GROUPS} and {@link #MOST_NAMED}.
 *
 * <p>Limits: what a device says about its error is in the log of the job, which is not in our
 * tables.
 */
@ApplicationScoped
public class FleetTroubles {

    /** Of more causes the largest of the worst are told. */
    public static final int MOST_GROUPS = 30;

    /** So many devices of one cause are named. */
    public static final int MOST_NAMED = 5;

    private DataSource database;
    private Clock clock;
    private KnownFleets fleets;
    private JobNames names;

    FleetTroubles() {}

    @Inject
    public FleetTroubles(DataSource database, Clock clock, KnownFleets fleets) {
        this.database = database;
        this.clock = clock;
        this.fleets = fleets;
        this.names = new JobNames(database, clock);
    }

    /**
     * What fits the words: the devices that {@link DeviceList} finds for them, and all devices of a
     * cause with a named device whose vault or item is called so. The named are those of {@link
     * #MOST_GROUPS} and {@link #MOST_NAMED} of all devices.
     *
     * @param words blank for all
     * @return without the snoozed
     * @throws FleetUnreadable when the database does not answer
     */
    public TroubleSummary open(ClientScope scope, String words) {
        Instant now = clock.instant();
        if (scope.isEmpty()) {
            return new TroubleSummary(now, 0, List.of());
        }
        JudgedFleet fleet = fleets.of(scope, now);
        FleetCauses causes = fleet.causes();
        Map<String, JobNames.Names> known = names(scope, causes);
        if (!words.isBlank()) {
            causes = fleet.causes(words, named(causes, known, SearchedWords.of(words)));
            // Others are named now.
            known = names(scope, causes);
        }
        return told(now, causes, known);
    }

    private Map<String, JobNames.Names> names(ClientScope scope, FleetCauses causes) {
        return names.of(
                scope,
                causes.groups().stream()
                        .flatMap(group -> group.newest().stream())
                        .map(one -> one.judged().evidence())
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Those whose evidence has the words in a name. */
    private static Set<Cause> named(
            FleetCauses causes, Map<String, JobNames.Names> names, SearchedWords words) {
        return causes.groups().stream()
                .filter(
                        group ->
                                group.newest().stream()
                                        .anyMatch(one -> namesOf(one, names).have(words)))
                .map(FleetCauses.Group::cause)
                .collect(toSet());
    }

    private static JobNames.Names namesOf(TroubledDevice one, Map<String, JobNames.Names> names) {
        return names.getOrDefault(one.judged().evidence(), JobNames.Names.NONE);
    }

    private static TroubleSummary told(
            Instant now, FleetCauses causes, Map<String, JobNames.Names> names) {
        return new TroubleSummary(
                now,
                causes.devices().size(),
                causes.groups().stream().map(group -> told(group, names)).toList());
    }

    private static TroubleGroup told(FleetCauses.Group group, Map<String, JobNames.Names> names) {
        return new TroubleGroup(
                group.cause(),
                group.devices(),
                group.since(),
                group.newest().stream().map(one -> one.told(namesOf(one, names))).toList());
    }

    /**
     * The jobs that stand for devices and came out badly, or are interrupted: the incidents that a
     * job tells of. A device that is overdue or never had a backup is not among them. Up to three
     * queries for the rows of the page.
     *
     * @return worst first, and of those the newest, without the snoozed
     * @throws FleetUnreadable when the database does not answer
     */
    public Page<FleetJob> jobs(ClientScope scope, int page, int size) {
        if (scope.isEmpty()) {
            return new Page<>(List.of(), page, size, 0);
        }
        List<TroubledDevice> all =
                fleets.of(scope, clock.instant()).causes().devices().stream()
                        .filter(TroubledDevice::toldByJob)
                        .sorted(TroubledDevice.WORST_FIRST)
                        .toList();
        List<TroubledDevice> chosen = all.stream().skip((page - 1L) * size).limit(size).toList();
        try (Connection connection = database.getConnection()) {
            return new Page<>(
                    new TroubledJobs(scope).of(connection, chosen), page, size, all.size());
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }
}
