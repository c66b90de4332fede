package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Everything that one Comet Server knows. Reading gives copies; changing goes through {@link
 * #acts()}, which holds this object's lock so that readers and the stream see one order.
 *
 * <p>Made for 100,000 accounts: those that nobody has changed are invented anew whenever they are
 * read, changed ones and ended jobs are held packed. So whoever wants all of something asks for one
 * after the other ({@link #eachProfile}, {@link #eachJob}, {@link #eachConnection}).
 */
public final class Fleet {

    /** Every secret in a profile contains this text: where it shows up, something leaked. */
    public static final String CANARY = "canary-secret";

    /** The administrator in whose name the portal calls. */
    public static final String ADMIN = "portal";

    /** The policy that some invented accounts are under. */
    public static final String STANDARD_POLICY = "5a0d6c2e-7777-4f1b-8a3d-0c9b8a7f6e5d";

    private static final int NOT_OF_THE_PLAN = -1;

    private static final class Account {
        private int number = NOT_OF_THE_PLAN;
        private byte[] packed;
        private long revision = 1;
        private String organization = "";
    }

    private final Clock clock;
    private final long seed;
    private final Habits habits = new Habits();
    private final InventedAccounts invented;
    private final SortedMap<String, Account> accounts = new TreeMap<>();
    private final JobShelf jobs = new JobShelf();
    private final Connections connections = new Connections();
    private final List<Consumer<FleetEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Acts acts;
    private long drawn;

    Fleet(FleetPlan plan) {
        this.clock = plan.clock();
        this.seed = plan.seed();
        this.invented = new InventedAccounts(plan, now());
        this.acts =
                new Acts(
                        new JobActs(this),
                        new DeviceActs(this),
                        new AccountActs(this),
                        new DeviceOrders(this));
        for (int number = 0; number < invented.size(); number++) {
            Account account = new Account();
            account.number = number;
            accounts.put(plan.accounts().get(number).username(), account);
            invented.connections(number, connections::put);
        }
    }

    /** The ways to change this fleet; each tells the listeners. */
    public Acts acts() {
        return acts;
    }

    public Habits habits() {
        return habits;
    }

    /** Calls back for each event, in order, while the fleet is locked: hand over, do not wait. */
    public void listen(Consumer<FleetEvent> listener) {
        listeners.add(listener);
    }

    /** The server's clock in Unix seconds, as wrong as {@link Habits#clockSkewSeconds} wants it. */
    public long now() {
        return clock.instant().getEpochSecond() + habits.clockSkewSeconds;
    }

    Clock clock() {
        return clock;
    }

    public synchronized List<String> usernames() {
        return List.copyOf(accounts.keySet());
    }

    public synchronized Optional<ObjectNode> profile(String username) {
        return Optional.ofNullable(accounts.get(username)).map(this::read);
    }

    /** The tenant that an account belongs to; "" for the top level and for what is no account. */
    public synchronized String organizationOf(String username) {
        Account account = accounts.get(username);
        return account == null ? "" : account.organization;
    }

    /** All profiles at once; for fleets that are small. */
    public synchronized SortedMap<String, ObjectNode> profiles() {
        SortedMap<String, ObjectNode> copy = new TreeMap<>();
        accounts.forEach((name, account) -> copy.put(name, read(account)));
        return copy;
    }

    /** One profile after the other, in order of names; the fleet goes on meanwhile. */
    public void eachProfile(BiConsumer<String, ObjectNode> reader) {
        for (String username : usernames()) {
            profile(username).ifPresent(profile -> reader.accept(username, profile));
        }
    }

    /** The opaque hash of a profile: another one after each write. */
    public synchronized Optional<String> hash(String username) {
        return Optional.ofNullable(accounts.get(username))
                .map(account -> Draw.of(seed, "hash", username, account.revision).hex(64));
    }

    public synchronized Optional<ObjectNode> job(String id) {
        Optional<ObjectNode> held = jobs.copy(id);
        return held.isPresent() ? held : past(id);
    }

    /** Jobs in no particular order, as a real server gives them; for fleets that are small. */
    public synchronized List<ObjectNode> jobs(Predicate<JsonNode> wanted) {
        List<ObjectNode> found = new ArrayList<>();
        eachJob(
                0,
                Long.MAX_VALUE,
                job -> {
                    if (wanted.test(job)) {
                        found.add(job);
                    }
                });
        return found;
    }

    /**
     * One job after the other that started or ended in a range, in no particular order; the fleet
     * goes on meanwhile.
     *
     * @param from Unix seconds, included, like the other
     */
    public void eachJob(long from, long to, Consumer<ObjectNode> reader) {
        for (String username : usernames()) {
            pastOf(username, from, to).forEach(reader);
        }
        List<ObjectNode> held;
        synchronized (this) {
            held = jobs.copies().filter(job -> touches(job, from, to)).toList();
        }
        held.forEach(reader);
    }

    public synchronized List<ObjectNode> jobsOf(String username) {
        List<ObjectNode> found = new ArrayList<>(pastOf(username, 0, Long.MAX_VALUE));
        jobs.copiesOf(username).forEach(found::add);
        return found;
    }

    /** Exactly the jobs without an end. */
    public synchronized List<ObjectNode> unfinishedJobs() {
        return jobs.unfinished();
    }

    /** Live connections by connection id; for fleets that are small. */
    public synchronized Map<String, ObjectNode> connections() {
        return new LinkedHashMap<>(connections);
    }

    public synchronized Optional<ObjectNode> connection(String id) {
        return Optional.ofNullable(connections.get(id));
    }

    public synchronized int connectionCount() {
        return connections.size();
    }

    /** Whose devices are connected, in the order of connecting. */
    synchronized List<Connections.Link> links() {
        return connections.links();
    }

    /** Connections of one account, in the order of connecting. */
    public synchronized Map<String, ObjectNode> connectionsOf(String username) {
        Map<String, ObjectNode> found = new LinkedHashMap<>();
        connections.idsOf(username).forEach(id -> found.put(id, connections.get(id)));
        return found;
    }

    /** One connection after the other with its id; the fleet goes on meanwhile. */
    public void eachConnection(BiConsumer<String, ObjectNode> reader) {
        List<String> ids;
        synchronized (this) {
            ids = connections.ids();
        }
        ids.forEach(id -> connection(id).ifPresent(live -> reader.accept(id, live)));
    }

    /** An administrator changed something that is no account, device or job: the stream is told. */
    public synchronized void announce(EventKind kind, String resourceId, Optional<JsonNode> data) {
        tell(kind, ADMIN, resourceId, data);
    }

    // What follows is for the acts and the clockwork, under this object's lock.

    /** A copy: {@link #putProfile} makes a change of it true. */
    ObjectNode liveProfile(String username) {
        Account account = accounts.get(username);
        if (account == null) {
            throw new IllegalArgumentException("No account " + username);
        }
        return read(account);
    }

    void putProfile(String username, ObjectNode profile) {
        Account account = accounts.get(username);
        if (account == null) {
            account = new Account();
            accounts.put(username, account);
        } else {
            account.revision++;
        }
        account.packed = PackedJson.pack(profile);
        account.organization = profile.path("OrganizationID").asText();
    }

    void dropProfile(String username) {
        accounts.remove(username);
        jobs.removeOf(username);
        connections.idsOf(username).forEach(connections::remove);
    }

    /** The job itself: what is changed in it stays changed. */
    ObjectNode liveJob(String id) {
        Optional<ObjectNode> live = jobs.live(id);
        if (live.isPresent()) {
            return live.get();
        }
        ObjectNode past = past(id).orElseThrow(() -> new IllegalArgumentException("No job " + id));
        putJob(past);
        return past;
    }

    void removeJob(String id) {
        jobs.remove(id);
    }

    void putJob(ObjectNode job) {
        jobs.put(job);
    }

    /** An ended job in the form in which it is kept anyway. */
    synchronized void putEnded(String id, String username, byte[] packed) {
        jobs.putPacked(id, username, packed);
    }

    Connections liveConnections() {
        return connections;
    }

    /** A fresh draw for something that happens now; never the same for two starts of the clock. */
    Draw next(String what) {
        return Draw.of(seed, what, clock.instant(), drawn++);
    }

    void tell(EventKind kind, String actor, String resourceId, Optional<JsonNode> data) {
        FleetEvent event =
                new FleetEvent(kind, actor, resourceId, now(), data.map(JsonNode::deepCopy));
        listeners.forEach(listener -> listener.accept(event));
    }

    private ObjectNode read(Account account) {
        return account.packed != null
                ? PackedJson.unpack(account.packed)
                : invented.profile(account.number);
    }

    /** A past job, unless its account is gone. */
    private Optional<ObjectNode> past(String id) {
        return invented.accountOf(id)
                .flatMap(number -> invented.job(id))
                .filter(job -> hasPast(job.path("Username").asText()));
    }

    private boolean hasPast(String username) {
        Account account = accounts.get(username);
        return account != null && account.number != NOT_OF_THE_PLAN;
    }

    private synchronized List<ObjectNode> pastOf(String username, long from, long to) {
        if (!hasPast(username)) {
            return List.of();
        }
        return invented.jobs(accounts.get(username).number, from, to).stream()
                .filter(job -> !jobs.has(job.path("GUID").asText()))
                .toList();
    }

    private static boolean touches(JsonNode job, long from, long to) {
        long start = job.path("StartTime").asLong();
        long end = job.path("EndTime").asLong();
        return (start >= from && start <= to) || (end != 0 && end >= from && end <= to);
    }
}
