package com.eazybackup.pulse;

import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.FleetChange;
import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everybody who looks at this node, and the last of the feed that all of them share.
 *
 * <p>Guarantee: a viewer is given exactly its client's changes, in the feed's order, each once. The
 * client id was resolved when the change was written; in addition the change must be about a user
 * name, or for news of a stream about a Comet Server, that is in the client's scope, or about the
 * client as a whole, as its groups of devices are. What that is gets read again every few seconds
 * for all that are watched ({@link ScopeWatch}), and a viewer is told when it may see something
 * else.
 *
 * <p>Limits: nothing here waits on a network or on the database. Memory is bounded by the ring and
 * by {@link Viewer#CAPACITY} references for each viewer.
 */
@ApplicationScoped
public class PulseHub {

    static final byte[] SIGN_OF_LIFE = ": alive\n\n".getBytes(StandardCharsets.UTF_8);

    private static final Logger LOG = System.getLogger(PulseHub.class.getName());
    private static final int RING_CAPACITY = 20_000;
    private static final Duration RING_AGE = Duration.ofMinutes(10);
    private static final Duration STALL_LIMIT = Duration.ofSeconds(40);

    /** More tabs than anybody watches; a script that opens one after the other loses its oldest. */
    static final int MOST_OF_ONE_SESSION = 20;

    /**
     * The viewers of one client; the scope is that of the latest of them, or what was read since
     * ({@link ScopeWatch}).
     */
    private static final class Audience {
        private ClientScope scope;
        private final Set<Viewer> viewers = new LinkedHashSet<>();
    }

    private final Object lock = new Object();
    private final Map<ClientId, Audience> audiences = new HashMap<>();
    private final Map<String, Set<Viewer>> bySession = new HashMap<>();
    private ChangeRing ring;
    private Clock clock;

    PulseHub() {}

    @Inject
    public PulseHub(Clock clock) {
        this(clock, RING_CAPACITY, RING_AGE);
    }

    PulseHub(Clock clock, int ringCapacity, Duration ringAge) {
        this.clock = clock;
        ring = new ChangeRing(ringCapacity, ringAge, clock);
    }

    /** Registers; from here on nothing is missed. Of a session with too many the oldest ends. */
    void add(Viewer viewer, ClientScope scope) {
        Optional<Viewer> tooMany;
        synchronized (lock) {
            Audience audience = audiences.computeIfAbsent(scope.client(), c -> new Audience());
            audience.scope = scope;
            audience.viewers.add(viewer);
            Set<Viewer> ofSession =
                    bySession.computeIfAbsent(viewer.session(), s -> new LinkedHashSet<>());
            ofSession.add(viewer);
            tooMany =
                    ofSession.size() > MOST_OF_ONE_SESSION
                            ? ofSession.stream().findFirst()
                            : Optional.empty();
        }
        tooMany.ifPresent(oldest -> end(List.of(oldest)));
    }

    /**
     * Begins the viewer with what memory holds after that id.
     *
     * @return false when memory does not reach back that far, or the id is not one that it knows
     */
    boolean resume(Viewer viewer, ClientScope scope, long lastSeen) {
        synchronized (lock) {
            if (!ring.covers(lastSeen)) {
                return false;
            }
            List<PulseMessage> missed =
                    ring.after(lastSeen).stream().filter(m -> concerns(m, scope)).toList();
            viewer.begin(withScope(missed, scope), ring.newest());
            return true;
        }
    }

    /** Who comes back may have been away while what it may see became something else. */
    List<PulseMessage> withScope(List<PulseMessage> missed, ClientScope scope) {
        List<PulseMessage> beginning = new ArrayList<>(missed);
        beginning.add(PulseMessage.of(scope, clock.instant().getEpochSecond()));
        return beginning;
    }

    /**
     * @return the clients that somebody watches on this node
     */
    Set<ClientId> watched() {
        synchronized (lock) {
            return Set.copyOf(audiences.keySet());
        }
    }

    /**
     * Takes what these clients may see now; whoever watches one that sees something else is told.
     */
    void look(Collection<ClientScope> scopes) {
        Set<Viewer> touched = new LinkedHashSet<>();
        Set<Viewer> slow = new HashSet<>();
        synchronized (lock) {
            for (ClientScope scope : scopes) {
                Audience audience = audiences.get(scope.client());
                if (audience != null && !audience.scope.mark().equals(scope.mark())) {
                    audience.scope = scope;
                    deliver(
                            PulseMessage.of(scope, clock.instant().getEpochSecond()),
                            audience,
                            touched,
                            slow);
                }
            }
        }
        touched.forEach(Viewer::wake);
        forgetSlow(slow);
    }

    /** Takes the viewer out. Safe to repeat. */
    public void remove(Viewer viewer) {
        synchronized (lock) {
            viewer.close();
            Audience audience = audiences.get(viewer.client());
            if (audience != null && audience.viewers.remove(viewer) && audience.viewers.isEmpty()) {
                audiences.remove(viewer.client());
            }
            Set<Viewer> ofSession = bySession.get(viewer.session());
            if (ofSession != null && ofSession.remove(viewer) && ofSession.isEmpty()) {
                bySession.remove(viewer.session());
            }
        }
    }

    /** Ends the streams of a session that is over. */
    public void endSession(String session) {
        end(of(session));
    }

    /** Ends the streams of a session that now acts for this client, or for none. */
    public void endOtherClients(String session, Optional<ClientId> chosen) {
        List<Viewer> others = new ArrayList<>(of(session));
        others.removeIf(viewer -> chosen.equals(Optional.of(viewer.client())));
        end(others);
    }

    private List<Viewer> of(String session) {
        synchronized (lock) {
            return List.copyOf(bySession.getOrDefault(session, Set.of()));
        }
    }

    private void end(List<Viewer> ended) {
        ended.forEach(this::remove);
        ended.forEach(Viewer::wake);
    }

    /** Begins anew at this id: what memory holds no longer leads up to the feed. */
    void restartAt(long id) {
        synchronized (lock) {
            ring.restartAt(id);
        }
        end(viewers());
    }

    /** Hands out what the tail has read. */
    void publish(List<FleetChange> changes) {
        Set<Viewer> touched = new LinkedHashSet<>();
        Set<Viewer> slow = new HashSet<>();
        synchronized (lock) {
            for (FleetChange change : changes) {
                Optional<PulseMessage> message = PulseMessage.of(change);
                if (message.isEmpty()) {
                    LOG.log(Level.ERROR, "Change {0} is not a JSON object: left out", change.id());
                    ring.reached(change.id());
                } else {
                    ring.add(message.get());
                    deliver(message.get(), touched, slow);
                }
            }
        }
        touched.forEach(Viewer::wake);
        forgetSlow(slow);
    }

    private void deliver(PulseMessage message, Set<Viewer> touched, Set<Viewer> slow) {
        for (Audience audience : audiencesOf(message)) {
            if (concerns(message, audience.scope)) {
                deliver(message, audience, touched, slow);
            }
        }
    }

    private static void deliver(
            PulseMessage message, Audience audience, Set<Viewer> touched, Set<Viewer> slow) {
        for (Viewer viewer : audience.viewers) {
            touched.add(viewer);
            if (!viewer.offer(message)) {
                slow.add(viewer);
            }
        }
    }

    private Iterable<Audience> audiencesOf(PulseMessage message) {
        if (message.client().isEmpty()) {
            return audiences.values();
        }
        Audience audience = audiences.get(message.client().get());
        return audience == null ? List.of() : List.of(audience);
    }

    /** The rule of who may see what. */
    static boolean concerns(PulseMessage message, ClientScope scope) {
        return message.client()
                .map(
                        client ->
                                client.equals(scope.client())
                                        && message.subject().map(scope::has).orElse(true))
                .orElseGet(() -> message.subject().map(scope.profiles()::contains).orElse(false));
    }

    /** Lets every viewer write a sign of life, and closes those that have stopped to read. */
    public void beat() {
        long now = clock.millis();
        List<Viewer> all = viewers();
        Set<Viewer> stalled = new HashSet<>();
        for (Viewer viewer : all) {
            if (viewer.beat(now, now - STALL_LIMIT.toMillis())) {
                viewer.close();
                stalled.add(viewer);
            }
        }
        all.forEach(Viewer::wake);
        forgetSlow(stalled);
    }

    /** Only those that were closed for it: who has just left is not slow. */
    private void forgetSlow(Set<Viewer> slow) {
        if (!slow.isEmpty()) {
            LOG.log(Level.INFO, "{0} viewers did not keep up and were closed", slow.size());
            slow.forEach(this::remove);
        }
    }

    private List<Viewer> viewers() {
        synchronized (lock) {
            List<Viewer> all = new ArrayList<>();
            audiences.values().forEach(audience -> all.addAll(audience.viewers));
            return all;
        }
    }

    /**
     * @return how many streams are open on this node
     */
    public int viewerCount() {
        return viewers().size();
    }

    /**
     * @return the id up to which this node has handed out the feed
     */
    public long newestId() {
        synchronized (lock) {
            return ring.newest();
        }
    }
}
