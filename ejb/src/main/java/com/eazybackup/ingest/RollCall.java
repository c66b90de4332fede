package com.eazybackup.ingest;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometList;
import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.LiveConnection;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.device.DeviceCalls;
import com.eazybackup.ingest.News.Spot;
import com.eazybackup.ingest.PresenceRows.Seat;
import com.eazybackup.ingest.PresenceRule.Verdict;
import com.eazybackup.ingest.PresenceStrikes.Strike;
import com.eazybackup.whmcs.ClientResolver;
import com.eazybackup.whmcs.CometUser;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Reads which devices are connected to one Comet Server, and writes those that are not shown so.
 * The only way in which a list of connections gets into the tables: after a connect, after an event
 * that left something open, and by the clock. {@link Patience} is the difference.
 *
 * <p>Guarantee: a list that fails, breaks off or is not believed ({@link PresenceRule}) changes
 * nothing; nor does one that says of a device what an event has said otherwise since. The pair of
 * user and device counts. Revoked devices and other servers' users are not touched.
 *
 * <p>Cost: one call; five statements that read, and two for the users whose owners are not
 * remembered; for every 500 devices that changed one transaction with about eight. Memory: about
 * half a kilobyte for each device while it runs, and as long as more than 500 owners are asked for
 * what {@link ClientResolver} then reads: the server's services.
 */
final class RollCall {

    private static final int AT_ONCE = 500;
    private static final Strike NEVER = new Strike(0, 0);

    private final ProfileName profile;
    private final DataSource database;
    private final ClientResolver resolver;
    private final Clock clock;
    private final FleetWriter writer;
    private final PresenceStrikes strikes;
    private final boolean remembers;

    /**
     * @param remembers whether misses are written down; not by who only counts
     */
    RollCall(ProfileName profile, WriterTools tools, FleetWriter writer, boolean remembers) {
        this.profile = profile;
        this.database = tools.database();
        this.resolver = tools.resolver();
        this.clock = tools.clock();
        this.writer = writer;
        this.strikes = new PresenceStrikes(profile, tools.database());
        this.remembers = remembers;
    }

    /**
     * @param rows what was written is added
     */
    PresenceReport read(CometClient server, Patience patience, RowTally rows)
            throws CometException, SQLException, InterruptedException {
        Instant began = clock.instant();
        Listed listed = list(server);
        Findings found = new Findings(patience, listed, began.toEpochMilli());
        PresenceRows devices = new PresenceRows(profile, patience.activeOnly());
        try (Connection connection = database.getConnection()) {
            found.strikes = strikes.read(connection);
            devices.each(connection, found::take);
            found.takeAbsent();
        }
        String doubt = found.doubt();
        if (doubt.isEmpty()) {
            write(found, began, rows);
            if (remembers) {
                strikes.write(found.missed, found.over());
            }
        }
        return found.report(devices.users(), doubt);
    }

    private Listed list(CometClient server) throws CometException, SQLException {
        Listed listed = new Listed();
        try (CometList<LiveConnection> connections =
                server.calls(DeviceCalls.class).connections()) {
            Optional<LiveConnection> connection = connections.next();
            while (connection.isPresent()) {
                listed.add(connection.get());
                connection = connections.next();
            }
            listed.connections = connections.count();
        }
        listed.seat(resolver.resolve(profile, listed.names()));
        return listed;
    }

    private void write(Findings found, Instant began, RowTally rows) throws InterruptedException {
        Map<Spot, Boolean> same = found.same;
        List<Map.Entry<Spot, Boolean>> changed = List.copyOf(found.changed.entrySet());
        int from = 0;
        do {
            Map<Spot, Boolean> some = new HashMap<>();
            changed.subList(from, Math.min(from + AT_ONCE, changed.size()))
                    .forEach(each -> some.put(each.getKey(), each.getValue()));
            writer.writeAsked(List.of(new News.Presences(some, same, began)), rows);
            same = Map.of();
            from += AT_ONCE;
        } while (from < changed.size());
    }

    /** Who is connected, by whose the users are: Comet's spelling of a name need not be ours. */
    private static final class Listed {

        private record Place(CometUser user, String hash) {}

        private final Map<String, Set<String>> devices = new HashMap<>();
        private final Map<Place, Spot> spots = new HashMap<>();
        private int connections;

        void add(LiveConnection live) {
            if (!live.username().isEmpty()) {
                devices.computeIfAbsent(live.username(), name -> new HashSet<>())
                        .add(live.deviceId());
            }
        }

        List<CometUsername> names() {
            return devices.keySet().stream().map(CometUsername::new).toList();
        }

        void seat(Map<CometUsername, CometUser> owners) {
            owners.forEach(
                    (name, owner) -> {
                        CometUser stored =
                                new CometUser(owner.client(), Fit.to(Fit.NAME, owner.username()));
                        devices.get(name.value())
                                .forEach(
                                        device ->
                                                spots.put(
                                                        new Place(stored, Fit.to(Fit.NAME, device)),
                                                        new Spot(name.value(), device)));
                    });
        }

        Spot spot(Seat seat) {
            return spots.get(new Place(seat.user(), seat.hash()));
        }
    }

    /** What the list means for the devices that we have. */
    private static final class Findings {

        private final Patience patience;
        private final Listed listed;
        private final long nowMs;
        private final Map<Spot, Boolean> changed = new HashMap<>();
        private final Map<Spot, Boolean> same = new HashMap<>();
        private final Map<String, Strike> missed = new HashMap<>();
        private final Set<String> heard = new HashSet<>();
        private final List<Seat> absent = new ArrayList<>();
        private Map<String, Strike> strikes = Map.of();
        private int devices;
        private int online;
        private int missing;
        private int came;
        private int went;

        Findings(Patience patience, Listed listed, long nowMs) {
            this.patience = patience;
            this.listed = listed;
            this.nowMs = nowMs;
        }

        void take(Seat seat) {
            Spot spot = listed.spot(seat);
            boolean there = spot != null;
            devices++;
            online += seat.online() ? 1 : 0;
            missing += seat.online() && !there ? 1 : 0;
            if (!there && !patience.isAbout(seat.hash())) {
                return;
            }
            if (seat.online() && !there) {
                absent.add(seat);
            } else {
                judge(seat, spot, patience.strikes());
            }
        }

        /** Once it is known how many they are. */
        void takeAbsent() {
            int wanted = patience.strikes(online, missing);
            absent.forEach(seat -> judge(seat, null, wanted));
            absent.clear();
        }

        private void judge(Seat seat, Spot spot, int wanted) {
            boolean there = spot != null;
            Spot named = there ? spot : new Spot(seat.user().username(), seat.hash());
            Strike last = strikes.getOrDefault(seat.key(), NEVER);
            Strike before = before(last);
            Verdict verdict = PresenceRule.decide(seat.online(), there, before.count(), wanted);
            switch (verdict) {
                case SAME -> same.put(named, there);
                case CAME -> changed.put(named, true);
                case WENT -> changed.put(named, false);
                case DEFERRED ->
                        missed.put(seat.key(), new Strike(before.count() + 1, before.lastMs()));
            }
            came += verdict == Verdict.CAME ? 1 : 0;
            went += verdict == Verdict.WENT ? 1 : 0;
            if (verdict != Verdict.DEFERRED && last.count() > 0) {
                heard.add(seat.key());
            }
        }

        /** What this miss comes on top of, and its time: one too soon stands for the last one. */
        private Strike before(Strike last) {
            boolean tooSoon = last.count() > 0 && patience.isTooSoon(last.lastMs(), nowMs);
            return tooSoon
                    ? new Strike(last.count() - 1, last.lastMs())
                    : new Strike(last.count(), nowMs);
        }

        /**
         * Strikes that count no more; after a look at all devices also of those that are gone. A
         * user without an active service is not among all devices of the heartbeat.
         */
        Set<String> over() {
            if (!patience.aboutAll() || patience.activeOnly()) {
                return heard;
            }
            Set<String> over = new HashSet<>(strikes.keySet());
            over.removeAll(missed.keySet());
            return over;
        }

        /** Where nobody comes again to ask, an empty list is not believed at all. */
        private int looks() {
            int count = listed.connections;
            if (!patience.activeOnly() && count == 0 && online > 0) {
                return Integer.MAX_VALUE;
            }
            return patience.aboutAll() ? PresenceRule.looks(count, online, missing) : 1;
        }

        String doubt() {
            return patience.doubted() + 1 >= looks()
                    ? ""
                    : "The list has %d connections and lacks %d of %d devices that are online."
                            .formatted(listed.connections, missing, online);
        }

        PresenceReport report(int users, String doubt) {
            boolean done = doubt.isEmpty();
            return new PresenceReport(
                    listed.connections,
                    listed.devices.size(),
                    users,
                    devices,
                    done ? online + came - went : online,
                    done ? came : 0,
                    done ? went : 0,
                    done ? missed.size() : 0,
                    looks() > 1,
                    doubt);
        }
    }
}
