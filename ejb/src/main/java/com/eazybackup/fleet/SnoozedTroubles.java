package com.eazybackup.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What is the matter with a client's devices and snoozed: one entry for each wish, the next to end
 * first. The devices are those that {@link StandingSummary#snoozed()} counts; a wish that hides
 * none of them any more, because a backup has ended since, is not there.
 *
 * <p>Cost: that of {@link KnownFleets}, and one query for the client's wishes, which are few. An
 * answer is bounded by {@link #MOST} and {@link #NAMED}.
 */
@ApplicationScoped
public class SnoozedTroubles {

    public static final int MOST = 50;
    public static final int NAMED = 5;

    private static final String WISHES =
            "SELECT a.job_id, IF(a.wish_id = '', a.job_id, a.wish_id), a.until_ts, a.wished_by,"
                    + " a.wished_ts FROM eb_incident_ack a WHERE a.client_id = ?";

    /** What is written of a wish; and that it hides this device. */
    private record Hidden(JudgedDevice device, Wish wish) {}

    private record Wish(String id, long until, String by, long at) {

        private static Wish read(ResultSet row) throws SQLException {
            return new Wish(row.getString(2), row.getLong(3), row.getString(4), row.getLong(5));
        }
    }

    // Of one wish the worst device is first.
    private static final Comparator<Hidden> NEXT_TO_END_FIRST =
            Comparator.<Hidden>comparingLong(one -> one.wish().until())
                    .thenComparing(one -> one.wish().id())
                    .thenComparing(one -> one.device().standing().state().severity())
                    .thenComparing(one -> one.device().device().nameKey())
                    .thenComparing(one -> one.device().device().id());

    /**
     * @param total devices that are snoozed, also by wishes that are not told
     */
    public record Answer(long total, List<SnoozeWish> wishes) {}

    private DataSource database;
    private Clock clock;
    private KnownFleets fleets;

    SnoozedTroubles() {}

    @Inject
    public SnoozedTroubles(DataSource database, Clock clock, KnownFleets fleets) {
        this.database = database;
        this.clock = clock;
        this.fleets = fleets;
    }

    /**
     * @throws FleetUnreadable when the database does not answer
     */
    public Answer of(ClientScope scope) {
        if (scope.isEmpty()) {
            return new Answer(0, List.of());
        }
        List<JudgedDevice> snoozed = fleets.of(scope, clock.instant()).snoozed().toList();
        if (snoozed.isEmpty()) {
            return new Answer(0, List.of());
        }
        Map<String, Wish> written = wishes(scope);
        List<Hidden> devices =
                snoozed.stream()
                        .filter(one -> written.containsKey(one.subject())) // else woken since
                        .map(one -> new Hidden(one, written.get(one.subject())))
                        .sorted(NEXT_TO_END_FIRST)
                        .toList();
        Map<String, List<Hidden>> wishes = new LinkedHashMap<>();
        for (Hidden one : devices) {
            wishes.computeIfAbsent(one.wish().id(), id -> new ArrayList<>()).add(one);
        }
        return new Answer(
                devices.size(),
                wishes.values().stream().limit(MOST).map(SnoozedTroubles::together).toList());
    }

    /** By what they are of. */
    private Map<String, Wish> wishes(ClientScope scope) {
        Map<String, Wish> wishes = new HashMap<>();
        try (Connection connection = database.getConnection()) {
            new SqlQuery()
                    .add(WISHES, scope.client().value())
                    .list(connection, row -> wishes.put(row.getString(1), Wish.read(row)));
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
        return wishes;
    }

    private static SnoozeWish together(List<Hidden> devices) {
        Hidden worst = devices.get(0);
        Wish wish = worst.wish();
        return new SnoozeWish(
                wish.id(),
                worst.device().standing().state(),
                devices.size(),
                devices.stream().limit(NAMED).map(one -> one.device().device().name()).toList(),
                wish.until(),
                wish.by(),
                wish.at());
    }
}
