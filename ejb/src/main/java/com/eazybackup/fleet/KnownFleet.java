package com.eazybackup.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/**
 * The devices of one client's scope, kept up to date by the change feed. Whoever asks while another
 * reads waits, and takes what that one has read if it began after the question.
 */
final class KnownFleet {

    /**
     * What happens to a device is told by the feed and read at once. What no line tells, such as a
     * backup that is told of a day late, is known when all devices are read again.
     */
    static final Duration KEPT = Duration.ofMinutes(5);

    private static final Comparator<KnownDevice> BY_NAME =
            Comparator.comparing(KnownDevice::nameKey).thenComparing(KnownDevice::id);

    private final ClientScope scope;
    private final FleetReader reader;
    private final StandingRule rule;
    private final ChangeLog feed;
    private final IntConsumer grown;

    private List<KnownDevice> devices = List.of();
    private Map<String, Long> snoozes = Map.of();
    private KnownGroups groups = KnownGroups.NONE;
    private JudgedFleet judged;
    private DayJobs day;
    private final Set<String> staleOfDay = new HashSet<>();
    private Instant readAt = Instant.MIN;
    private long upTo;
    private long lookedAt = Long.MIN_VALUE;

    /**
     * @param grown told how many devices there are when that is another number
     */
    KnownFleet(ClientScope scope, StandingRule rule, ChangeLog feed, IntConsumer grown) {
        this.scope = scope;
        this.reader = new FleetReader(scope);
        this.rule = rule;
        this.feed = feed;
        this.grown = grown;
    }

    /**
     * @return with all that was committed before the question
     */
    JudgedFleet at(Instant now, DataSource database) throws SQLException {
        return at(now, database, System.nanoTime());
    }

    private synchronized JudgedFleet at(Instant now, DataSource database, long asked)
            throws SQLException {
        if (judged == null || lookedAt - asked < 0) {
            long begun = System.nanoTime();
            look(now, database);
            lookedAt = begun;
        }
        if (judged == null || !judged.holdsAt(now)) {
            judged = JudgedFleet.of(devices, snoozes, groups, rule, now);
        }
        return judged;
    }

    /** The same, with the jobs that ended in the last day. */
    synchronized DayOfClient dayAt(Instant now, DataSource database) throws SQLException {
        DeviceCounts counts = at(now, database).counts();
        if (day == null || !staleOfDay.isEmpty()) {
            try (Connection connection = database.getConnection()) {
                read(connection, now);
            }
        }
        return new DayOfClient(counts, day.counted(now));
    }

    /** Only of clients of which somebody asks for it. */
    private void read(Connection connection, Instant now) throws SQLException {
        if (day == null) {
            DayJobs all = new DayJobs(scope);
            all.readAll(connection, now);
            day = all;
        } else {
            day.readAgain(connection, staleOfDay, now);
        }
        staleOfDay.clear();
    }

    private void look(Instant now, DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean old = readAt.isBefore(now.minus(KEPT)) || readAt.isAfter(now);
            FleetReader.Changes changes = old ? null : reader.after(connection, upTo);
            if (changes == null || !changes.complete()) {
                readAll(connection, now);
                return;
            }
            if (changes.groups()) {
                group(connection);
            }
            if (!changes.devices().isEmpty()) {
                take(reader.some(connection, changes.devices()), changes);
            }
            // Last: what could not be read is asked for again.
            upTo = changes.upTo();
            staleOfDay.addAll(changes.hashes());
            hide(changes.snoozes());
        }
    }

    private void group(Connection connection) throws SQLException {
        KnownGroups now = GroupReader.of(connection, scope.client());
        if (!now.equals(groups)) {
            groups = now;
            judged = null;
        }
    }

    private void hide(Map<String, Long> hidden) {
        if (!hidden.equals(snoozes)) {
            snoozes = hidden;
            judged = null;
        }
    }

    /** First the place in the feed: the rows are at least as new as it. */
    private void readAll(Connection connection, Instant now) throws SQLException {
        long newest = feed.newestId(connection);
        set(new ArrayList<>(reader.all(connection)), false);
        hide(reader.snoozes(connection));
        group(connection);
        upTo = newest;
        day = null;
        staleOfDay.clear();
        readAt = now;
    }

    private void take(List<KnownDevice> read, FleetReader.Changes changes) {
        Map<String, KnownDevice> found = new HashMap<>();
        read.forEach(device -> found.put(device.id(), device));
        List<KnownDevice> all = new ArrayList<>(devices.size() + found.size());
        boolean inOrder = true;
        for (KnownDevice device : devices) {
            if (!changes.devices().contains(device.id())) {
                all.add(device);
                continue;
            }
            KnownDevice now = found.remove(device.id());
            if (now != null) {
                all.add(now);
                inOrder = inOrder && now.sortsAs(device);
            }
        }
        inOrder = inOrder && found.isEmpty();
        all.addAll(found.values());
        set(all, inOrder);
    }

    private void set(List<KnownDevice> all, boolean inOrder) {
        if (!inOrder) {
            // So that any order of devices that stand alike is nearly made.
            all.sort(BY_NAME);
        }
        if (all.size() != devices.size()) {
            grown.accept(all.size());
        }
        devices = all;
        judged = null;
    }
}
