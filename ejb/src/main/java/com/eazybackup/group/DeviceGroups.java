package com.eazybackup.group;

import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.fleet.GroupCounts;
import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.SqlTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A client's groups of devices: made, changed, put in order, filled and deleted.
 *
 * <p>Guarantee: every change is made whole or not at all, and is in the change feed. Nobody reaches
 * another client's groups or devices: to them these are not there. No two groups of a client have
 * the same name; what is the same says the database's collation, so case and accents make no
 * difference.
 *
 * <p>Cost: the list takes one query and what {@link GroupCounts} takes, with assignments two, which
 * look at each of the client's devices; a look at what is whose two at most, a change seven
 * statements at most; of no device or group one for itself.
 *
 * <p>Limit: two first groups that are made at the same moment may share a place; they stand by name
 * then, until somebody orders them.
 */
@ApplicationScoped
public class DeviceGroups {

    /** No client has more groups. */
    public static final int MOST = 500;

    private SqlTable table;
    private GroupNews news;
    private GroupCounts counts;

    DeviceGroups() {}

    @Inject
    DeviceGroups(DataSource database, GroupNews news, GroupCounts counts) {
        this.table = new SqlTable(database, "eb_device_groups");
        this.news = news;
        this.counts = counts;
    }

    /**
     * The groups, counted as the device list counts them.
     *
     * @throws DatabaseUnavailable when the database does not answer
     * @throws FleetUnreadable the same
     */
    public GroupList list(ClientScope scope) {
        List<DeviceGroup> groups =
                table.read(connection -> new GroupRows(connection, scope.client()).all());
        Map<Long, Long> sizes = new HashMap<>();
        counts.of(scope).forEach((group, devices) -> sizes.put((long) group, devices));
        return listed(groups, sizes, Map.of());
    }

    /**
     * The groups, and which of them each device is in.
     *
     * @throws DatabaseUnavailable when the database does not answer
     */
    public GroupList listWithAssignments(ClientScope scope) {
        return table.read(
                connection ->
                        listed(
                                new GroupRows(connection, scope.client()).all(),
                                new GroupedDevices(connection, scope).places()));
    }

    private static GroupList listed(List<DeviceGroup> groups, List<GroupedDevices.Place> places) {
        Set<Long> known = groups.stream().map(DeviceGroup::id).collect(Collectors.toSet());
        Map<String, Long> assignments = new TreeMap<>();
        for (GroupedDevices.Place place : places) {
            if (known.contains(place.group())) {
                assignments.put(place.device(), place.group());
            }
        }
        return listed(
                groups,
                places.stream()
                        .collect(
                                Collectors.groupingBy(
                                        GroupedDevices.Place::group, Collectors.counting())),
                assignments);
    }

    private static GroupList listed(
            List<DeviceGroup> groups, Map<Long, Long> counts, Map<String, Long> assignments) {
        List<DeviceGroup> counted =
                groups.stream()
                        .map(group -> group.with(counts.getOrDefault(group.id(), 0L)))
                        .toList();
        // A group that was made between the two queries is not there yet: nor are its devices.
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long grouped = counted.stream().mapToLong(DeviceGroup::count).sum();
        return new GroupList(counted, assignments, all - grouped);
    }

    /**
     * @return whether the client has that group
     * @throws DatabaseUnavailable when the database does not answer
     */
    public boolean has(ClientScope scope, GroupId group) {
        return table.read(
                connection -> new GroupRows(connection, scope.client()).get(group).isPresent());
    }

    /**
     * @return whether the client has that group and may see each of these devices
     * @throws DatabaseUnavailable when the database does not answer
     */
    public boolean concerns(ClientScope scope, Assignment wish) {
        return table.read(
                connection -> {
                    GroupRows groups = new GroupRows(connection, scope.client());
                    return (wish.group().isEmpty() || groups.get(wish.group().get()).isPresent())
                            && new GroupedDevices(connection, scope).has(wish.devices());
                });
    }

    /**
     * Makes a group, the last in the order.
     *
     * @throws GroupRefused when the name is taken, or there are {@link #MOST}
     * @throws DatabaseUnavailable when the database does not answer
     */
    public DeviceGroup create(ClientScope scope, NewGroup group) {
        return news.change(
                        scope.client(),
                        connection -> {
                            GroupRows rows = new GroupRows(connection, scope.client());
                            if (rows.lockAll().size() >= MOST) {
                                throw GroupRefused.invalid(
                                        "There are " + MOST + " groups already, which is all.");
                            }
                            return rows.get(rows.insert(group));
                        })
                .orElseThrow();
    }

    /**
     * Changes what is named, and nothing else.
     *
     * @return the group as it is now; empty when the client has no such group
     * @throws GroupRefused when another group has the name
     * @throws DatabaseUnavailable when the database does not answer
     */
    public Optional<DeviceGroup> change(ClientScope scope, GroupId group, GroupChange change) {
        return onOne(
                scope,
                group,
                (rows, devices) -> {
                    rows.change(group, change);
                    long count = devices.count(group);
                    return rows.get(group).map(changed -> changed.with(count));
                });
    }

    /**
     * Deletes a group; its devices are in none then.
     *
     * @return how many devices were in it, as the list counts them; empty when the client has no
     *     such group
     * @throws DatabaseUnavailable when the database does not answer
     */
    public Optional<Long> delete(ClientScope scope, GroupId group) {
        return onOne(
                scope,
                group,
                (rows, devices) -> {
                    long moved = devices.count(group);
                    rows.delete(group);
                    return Optional.of(moved);
                });
    }

    /** What is done to a group that is the client's, and locked with all the others. */
    private interface Act<T> {
        Optional<T> on(GroupRows rows, GroupedDevices devices) throws SQLException;
    }

    private <T> Optional<T> onOne(ClientScope scope, GroupId group, Act<T> act) {
        return news.change(
                scope.client(),
                connection -> {
                    GroupRows rows = new GroupRows(connection, scope.client());
                    return rows.lockAll().contains(group.value())
                            ? act.on(rows, new GroupedDevices(connection, scope))
                            : Optional.empty();
                });
    }

    /**
     * Puts the groups in this order.
     *
     * @param groups each of the client's once
     * @return how many they are
     * @throws GroupRefused when they are not exactly the client's
     * @throws DatabaseUnavailable when the database does not answer
     */
    public int order(ClientScope scope, List<Long> groups) {
        Set<Long> named = new HashSet<>(groups);
        if (named.size() != groups.size()) {
            throw GroupRefused.invalid("The order names a group twice.");
        }
        return news.change(
                        scope.client(),
                        connection -> {
                            GroupRows rows = new GroupRows(connection, scope.client());
                            if (!named.equals(Set.copyOf(rows.lockAll()))) {
                                throw GroupRefused.invalid(
                                        "The order names each group that there is, and no other.");
                            }
                            rows.order(groups);
                            return Optional.of(groups.size());
                        })
                .orElseThrow();
    }

    /**
     * Puts devices into a group, or into none: all of them or, when one of them or the group is not
     * the client's, nothing.
     *
     * @return how many devices are there now by this; empty when something is not the client's
     * @throws DatabaseUnavailable when the database does not answer
     */
    public Optional<Integer> assign(ClientScope scope, Assignment wish) {
        return news.change(
                scope.client(),
                connection -> {
                    GroupRows groups = new GroupRows(connection, scope.client());
                    GroupedDevices devices = new GroupedDevices(connection, scope);
                    if (wish.group().isPresent() && !groups.lock(wish.group().get())) {
                        return Optional.empty();
                    }
                    if (!devices.has(wish.devices())) {
                        return Optional.empty();
                    }
                    if (wish.group().isPresent()) {
                        devices.put(wish.devices(), wish.group().get());
                    } else {
                        devices.takeOut(wish.devices());
                    }
                    return Optional.of(wish.devices().size());
                });
    }
}
