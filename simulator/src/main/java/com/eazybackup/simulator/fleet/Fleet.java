package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Everything that one Comet Server knows. Reading gives copies; changing goes through {@link
 * #acts()}, which holds this object's lock so that readers and the stream see one order.
 */
public final class Fleet {

    /** Every secret in a profile contains this text: where it shows up, something leaked. */
    public static final String CANARY = "canary-secret";

    /** The administrator in whose name the portal calls. */
    public static final String ADMIN = "portal";

    private final Clock clock;
    private final long seed;
    private final Habits habits = new Habits();
    private final SortedMap<String, ObjectNode> profiles = new TreeMap<>();
    private final Map<String, Long> revisions = new LinkedHashMap<>();
    private final Map<String, ObjectNode> jobs = new LinkedHashMap<>();
    private final Map<String, ObjectNode> connections = new LinkedHashMap<>();
    private final List<Consumer<FleetEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Acts acts;
    private long drawn;

    Fleet(Clock clock, long seed) {
        this.clock = clock;
        this.seed = seed;
        this.acts = new Acts(new JobActs(this), new DeviceActs(this), new AccountActs(this));
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

    /** The server's clock in Unix seconds. */
    public long now() {
        return clock.instant().getEpochSecond();
    }

    Clock clock() {
        return clock;
    }

    public synchronized List<String> usernames() {
        return List.copyOf(profiles.keySet());
    }

    public synchronized Optional<ObjectNode> profile(String username) {
        return Optional.ofNullable(profiles.get(username)).map(ObjectNode::deepCopy);
    }

    public synchronized SortedMap<String, ObjectNode> profiles() {
        SortedMap<String, ObjectNode> copy = new TreeMap<>();
        profiles.forEach((name, profile) -> copy.put(name, profile.deepCopy()));
        return copy;
    }

    /** The opaque hash of a profile: another one after each write. */
    public synchronized Optional<String> hash(String username) {
        return Optional.ofNullable(revisions.get(username))
                .map(revision -> Draw.of(seed, "hash", username, revision).hex(64));
    }

    public synchronized Optional<ObjectNode> job(String id) {
        return Optional.ofNullable(jobs.get(id)).map(ObjectNode::deepCopy);
    }

    /** Jobs in no particular order, as a real server gives them. */
    public synchronized List<ObjectNode> jobs(Predicate<JsonNode> wanted) {
        return jobs.values().stream().filter(wanted).map(ObjectNode::deepCopy).toList();
    }

    /** Live connections by connection id. */
    public synchronized Map<String, ObjectNode> connections() {
        Map<String, ObjectNode> copy = new LinkedHashMap<>();
        connections.forEach((id, connection) -> copy.put(id, connection.deepCopy()));
        return copy;
    }

    // What follows is for the acts and the factory, under this object's lock.

    ObjectNode liveProfile(String username) {
        ObjectNode profile = profiles.get(username);
        if (profile == null) {
            throw new IllegalArgumentException("No account " + username);
        }
        return profile;
    }

    void putProfile(String username, ObjectNode profile) {
        profiles.put(username, profile);
        revisions.merge(username, 1L, Long::sum);
    }

    void dropProfile(String username) {
        profiles.remove(username);
        revisions.remove(username);
        jobs.values().removeIf(job -> job.path("Username").asText().equals(username));
        connections.values().removeIf(live -> live.path("Username").asText().equals(username));
    }

    ObjectNode liveJob(String id) {
        ObjectNode job = jobs.get(id);
        if (job == null) {
            throw new IllegalArgumentException("No job " + id);
        }
        return job;
    }

    void putJob(ObjectNode job) {
        jobs.put(job.path("GUID").asText(), job);
    }

    Map<String, ObjectNode> liveConnections() {
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
}
