package com.eazybackup.ingest;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometList;
import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.UserProfile;
import com.eazybackup.comet.job.JobCalls;
import com.eazybackup.comet.user.UserCalls;
import com.eazybackup.ingest.SyncPlace.Phase;
import com.eazybackup.whmcs.ClientsAhead;
import com.eazybackup.whmcs.CometUser;
import com.eazybackup.whmcs.ServiceAccounts;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * All that one Comet Server lists, one thing after the other: accounts, which of ours are gone, who
 * is connected, jobs, and at last which devices nobody pays for. Made by {@link
 * FleetReconciliation}, which also reads and writes it.
 *
 * <p>Cost: three calls, however many accounts; the user names of the server are held in memory and
 * what WHMCS knows of each, and for a moment what is connected ({@link RollCall}), and a portion of
 * entries that are read ahead ({@link ReadAhead}).
 */
public final class ServerLists implements AutoCloseable {

    /** Jobs carry the times of the devices' clocks. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final int AT_ONCE = 200;

    /** Entries that are read ahead: about what is written together, so that both go on at once. */
    private static final int PROFILES_AHEAD = 100;

    private static final int JOBS_AHEAD = 500;

    /**
     * What it needs to know.
     *
     * @param here accounts with an active service on this server
     * @param anywhere the same on any server
     * @param services to ask again
     * @param jobDays days of jobs that are read
     * @param unregistered whether devices of no known server are looked at, too
     * @param patience with a device that is missing in the list of connections
     * @param threads for reading ahead
     */
    record Context(
            Set<CometUser> here,
            Set<CometUser> anywhere,
            ServiceAccounts services,
            DropRule drop,
            int jobDays,
            boolean unregistered,
            Patience patience,
            ThreadFactory threads) {}

    private final ProfileName profile;
    private final CometClient server;
    private final DataSource database;
    private final Clock clock;
    private final FleetWriter writer;
    private final RollCall rollCall;
    private final ClientsAhead clients;
    private final Context context;
    private final Set<String> names = new HashSet<>();
    private final Deque<Listed> waiting = new ArrayDeque<>();
    private SyncPlace place;
    private PlacedList<UserProfile> users;
    private PlacedList<JobDetail> jobs;
    private boolean listed;
    private int missing;
    private int connections;
    private UnpaidDevices unpaid = UnpaidDevices.NONE;
    private RowTally presence = new RowTally();
    private AccountDrop drop = AccountDrop.NONE;

    ServerLists(
            ProfileName profile,
            CometClient server,
            WriterTools tools,
            FleetWriter writer,
            RollCall rollCall,
            Context context,
            SyncPlace from) {
        this.profile = profile;
        this.server = server;
        this.database = tools.database();
        this.clock = tools.clock();
        this.clients = tools.resolver().ahead(profile);
        this.writer = writer;
        this.rollCall = rollCall;
        this.context = context;
        this.place = from;
    }

    Optional<Listed> next() throws CometException, SQLException, InterruptedException {
        while (waiting.isEmpty() && !place.done()) {
            Optional<Listed> found = step();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.ofNullable(waiting.poll());
    }

    private Optional<Listed> step() throws CometException, SQLException, InterruptedException {
        if (listed) {
            // What the list led to has been given out.
            listed = false;
            place = place.at(place.phase().next());
            return Optional.empty();
        }
        return switch (place.phase()) {
            case USERS -> user();
            case JOBS -> job();
            case ORPHANS -> orphans();
            case DONE -> Optional.empty();
        };
    }

    private Instant began() {
        return Instant.ofEpochMilli(place.beganMs());
    }

    private Optional<Listed> user() throws CometException, SQLException, InterruptedException {
        if (users == null) {
            users =
                    PlacedList.open(
                            () -> ahead(server.calls(UserCalls.class).all(), PROFILES_AHEAD),
                            UserProfile::username,
                            place,
                            this::note);
        }
        Optional<UserProfile> user = users.next();
        place = users.place();
        if (user.isPresent()) {
            note(user.get());
            News news = user.get().complete() ? News.Profile.listed(user.get(), began()) : null;
            return Optional.of(new Listed(Listed.Kind.USER, news));
        }
        users.close();
        gone();
        connected();
        listed = true;
        return Optional.empty();
    }

    private <T> ReadAhead<T> ahead(CometList<T> list, int most) {
        return ReadAhead.of(list, context.threads(), most);
    }

    private void note(UserProfile user) {
        if (!user.username().isEmpty()) {
            names.add(user.username());
        }
    }

    private void gone() throws SQLException {
        Set<String> keys = names.stream().map(VanishedAccounts::key).collect(Collectors.toSet());
        missing =
                (int)
                        context.here().stream()
                                .filter(
                                        user ->
                                                !keys.contains(
                                                        VanishedAccounts.key(user.username())))
                                .count();
        VanishedAccounts vanished = VanishedAccounts.find(database, profile, names);
        drop = AccountDrop.of(vanished, !vanished.believed(context.drop()));
        if (!drop.suspicious()) {
            News.AccountRemoved.missing(vanished.gone(), began())
                    .forEach(news -> waiting.add(new Listed(Listed.Kind.GONE, news)));
        }
    }

    /** Written at once, by the only way in for a list of connections; told with the next things. */
    private void connected() throws CometException, SQLException, InterruptedException {
        Instant asked = clock.instant();
        connections = rollCall.read(server, context.patience(), presence).connections();
        waiting.add(
                new Listed(Listed.Kind.PRESENCE, new News.Presences(Map.of(), Map.of(), asked)));
    }

    /**
     * @return what was written of who is connected, since the last time
     */
    RowTally takePresence() {
        RowTally taken = presence;
        presence = new RowTally();
        return taken;
    }

    private Optional<Listed> job() throws CometException, InterruptedException {
        if (jobs == null) {
            Instant from = began().minus(Duration.ofDays(context.jobDays()));
            jobs =
                    PlacedList.open(
                            () ->
                                    ahead(
                                            server.calls(JobCalls.class)
                                                    .between(from, began().plus(MARGIN)),
                                            JOBS_AHEAD),
                            job -> job.id().value(),
                            place,
                            job -> {});
        }
        Optional<JobDetail> job = jobs.next();
        place = jobs.place();
        if (job.isEmpty()) {
            jobs.close();
            listed = true;
        }
        return job.map(
                one -> new Listed(Listed.Kind.JOB, News.Job.listed(one, began().getEpochSecond())));
    }

    private Optional<Listed> orphans() throws SQLException {
        // Asked anew: a service may have begun since the accounts were read.
        Set<CometUser> paid = context.services().all();
        OrphanDevices.Found found =
                OrphanDevices.find(database, profile, paid, context.unregistered());
        if (found.believed(context.drop(), paid.size())) {
            give(found.ids());
        } else {
            unpaid = UnpaidDevices.of(found.ids(), context.unregistered());
        }
        listed = true;
        return Optional.empty();
    }

    private void give(List<String> ids) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Set<String> some = Set.copyOf(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
            waiting.add(new Listed(Listed.Kind.ORPHANS, new News.Orphans(some, began())));
        }
    }

    /**
     * @return devices that no active service pays for and that were left, because they are
     *     suspiciously many
     */
    public UnpaidDevices unpaid() {
        return unpaid;
    }

    public ProfileName profile() {
        return profile;
    }

    /**
     * @return behind what was given out: once that is written, another reading may begin there
     */
    public SyncPlace place() {
        return place;
    }

    /**
     * @return whether the accounts have been read to their end; {@link #missing}, {@link
     *     #connections} and {@link #drop} are known from then on
     */
    public boolean accountsKnown() {
        return listed || place.phase() != Phase.USERS;
    }

    /**
     * @return active services whose account the server does not list
     */
    public int missing() {
        return missing;
    }

    public int connections() {
        return connections;
    }

    /**
     * @return what became of our accounts in the list
     */
    public AccountDrop drop() {
        return drop;
    }

    Map<CometUsername, CometUser> owners(Set<CometUsername> names) throws SQLException {
        return clients.resolve(names);
    }

    FleetWriter writer() {
        return writer;
    }

    boolean paidFor(CometUser owner) {
        return context.anywhere().contains(owner);
    }

    @Override
    public void close() {
        if (users != null) {
            users.close();
        }
        if (jobs != null) {
            jobs.close();
        }
    }
}
