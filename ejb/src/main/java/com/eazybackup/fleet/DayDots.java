package com.eazybackup.fleet;

import com.eazybackup.comet.JobState;
import com.eazybackup.comet.JobStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The worst backup of each day, in one query for any number of devices. The database sorts ends
 * into days by boundaries that it is given; it knows no zones and no daylight saving.
 */
final class DayDots {

    static final int BACKUP = 4001;

    /** How one day of one device came out, in one of the ways that occurred. */
    private record Outcome(String device, int day, JobState state) {}

    private DayDots() {}

    /**
     * @param devices keys; not empty
     * @return by key, {@link DayBoundaries#DAYS} names of states; a device without any job is not
     *     there
     */
    static Map<String, List<String>> of(
            Connection connection, ClientScope scope, Collection<String> devices, List<Long> days)
            throws SQLException {
        // INTERVAL(x, b0, b1, …) is the number of boundaries that x has reached.
        List<Outcome> outcomes =
                new SqlQuery()
                        .add("SELECT comet_device_id, INTERVAL(UNIX_TIMESTAMP(ended_at)")
                        .add(", ?".repeat(days.size()), days.toArray())
                        .add(") AS reached, status FROM comet_jobs WHERE comet_device_id IN ")
                        .in(devices)
                        .add(
                                " AND last_status_at >= FROM_UNIXTIME(?)"
                                        + " AND last_status_at < FROM_UNIXTIME(?)"
                                        + " AND client_id = ? AND type = "
                                        + BACKUP
                                        + " AND ended_at IS NOT NULL"
                                        + " GROUP BY comet_device_id, reached, status",
                                days.get(0),
                                days.get(DayBoundaries.DAYS),
                                scope.client().value())
                        .list(
                                connection,
                                row ->
                                        new Outcome(
                                                row.getString(1),
                                                row.getInt(2) - 1,
                                                JobStatus.of(row.getInt(3)).state()));
        return worst(outcomes);
    }

    private static Map<String, List<String>> worst(List<Outcome> outcomes) {
        Map<String, Map<Integer, JobState>> worst = new HashMap<>();
        for (Outcome outcome : outcomes) {
            worst.computeIfAbsent(outcome.device(), key -> new HashMap<>())
                    .merge(
                            outcome.day(),
                            outcome.state(),
                            (a, b) -> JobState.worstOfDayFirst().compare(a, b) <= 0 ? a : b);
        }
        Map<String, List<String>> dots = new HashMap<>();
        worst.forEach((device, states) -> dots.put(device, names(states)));
        return dots;
    }

    private static List<String> names(Map<Integer, JobState> states) {
        List<String> names = new ArrayList<>(none());
        states.forEach(
                (day, state) -> {
                    if (day >= 0 && day < DayBoundaries.DAYS) {
                        names.set(day, state.wire());
                    }
                });
        return List.copyOf(names);
    }

    static List<String> none() {
        return Collections.nCopies(DayBoundaries.DAYS, DeviceRow.NO_BACKUP);
    }
}
