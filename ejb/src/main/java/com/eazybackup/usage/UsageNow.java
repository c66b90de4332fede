package com.eazybackup.usage;

import com.eazybackup.comet.Engine;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.JobBucket;
import com.eazybackup.fleet.SqlQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a client has at this moment, counted in the database: one query for each figure. */
final class UsageNow {

    /** Kinds of items with a line of their own, in the order of the card. */
    private static final List<Engine> SHOWN =
            List.of(
                    Engine.FILES,
                    Engine.DISK_IMAGE,
                    Engine.OFFICE_365,
                    Engine.HYPER_V,
                    Engine.SQL_SERVER,
                    Engine.VMWARE,
                    Engine.SYSTEM_STATE,
                    Engine.PROXMOX);

    private static final String OTHER = "other";

    /** A device that has not been written yet hides none of its jobs; a revoked one hides all. */
    private static final String OF_DEVICES =
            " LEFT JOIN comet_devices d ON d.hash = t.device AND d.client_id = t.client_id";

    private static final String OF_CLIENT = " WHERE t.client_id = ? AND d.revoked_at IS NULL AND ";

    private static final String LIVE =
            "SELECT COUNT(*), COALESCE(SUM(d.is_active = 0"
                    + " AND d.offline_since <= FROM_UNIXTIME(?)), 0) FROM eb_jobs_live t"
                    + OF_DEVICES
                    + OF_CLIENT;

    private static final String ITEMS =
            "SELECT type, COUNT(*) FROM comet_items WHERE client_id = ? AND ";

    private static final String STORED =
            "SELECT COALESCE(SUM(total_bytes), 0) FROM comet_vaults WHERE client_id = ?"
                    + " AND is_active = 1 AND removed_at IS NULL AND type IN (1000, 1003) AND ";

    private final ClientScope scope;
    private final Instant now;
    private final Duration grace;

    /**
     * @param grace how long a device may be away until what it runs is interrupted
     */
    UsageNow(ClientScope scope, Instant now, Duration grace) {
        this.scope = scope;
        this.now = now;
        this.grace = grace;
    }

    /** Jobs that run, and those of them that are interrupted. */
    record Live(long all, long interrupted) {}

    private record Named(String name, long count) {}

    Live live(Connection connection) throws SQLException {
        return of(
                        new SqlQuery().add(LIVE, now.minus(grace).getEpochSecond(), client()),
                        "t.username")
                .list(connection, row -> new Live(row.getLong(1), row.getLong(2)))
                .get(0);
    }

    static JobCounts jobs(Live live, Map<JobBucket, Long> ended) {
        return new JobCounts(
                ended.getOrDefault(JobBucket.SUCCESS, 0L),
                ended.getOrDefault(JobBucket.ERROR, 0L),
                ended.getOrDefault(JobBucket.WARNING, 0L),
                ended.getOrDefault(JobBucket.MISSED, 0L),
                live.all() - live.interrupted(),
                live.interrupted());
    }

    List<ItemsOfEngine> items(Connection connection) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        of(new SqlQuery().add(ITEMS, client()), "username")
                .add(" GROUP BY type")
                .list(connection, row -> new Named(row.getString(1), row.getLong(2)))
                .forEach(kind -> counts.merge(line(kind.name()), kind.count(), Long::sum));
        return lines(counts);
    }

    static List<ItemsOfEngine> noItems() {
        return lines(Map.of());
    }

    private static String line(String type) {
        Engine engine = Engine.of(type);
        return SHOWN.contains(engine) ? wire(engine) : OTHER;
    }

    private static String wire(Engine engine) {
        return engine.name().toLowerCase(Locale.ROOT);
    }

    private static List<ItemsOfEngine> lines(Map<String, Long> counts) {
        List<ItemsOfEngine> lines = new ArrayList<>();
        for (Engine engine : SHOWN) {
            lines.add(new ItemsOfEngine(wire(engine), counts.getOrDefault(wire(engine), 0L)));
        }
        if (counts.containsKey(OTHER)) {
            lines.add(new ItemsOfEngine(OTHER, counts.get(OTHER)));
        }
        return List.copyOf(lines);
    }

    long storedBytes(Connection connection) throws SQLException {
        return of(new SqlQuery().add(STORED, client()), "username")
                .list(connection, row -> row.getLong(1))
                .get(0);
    }

    private SqlQuery of(SqlQuery query, String username) {
        return query.exactlyOneOf(username, scope.usernames());
    }

    private int client() {
        return scope.client().value();
    }
}
