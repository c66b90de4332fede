package com.eazybackup.pulse;

import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.FleetChange;
import com.eazybackup.fleet.FleetUnreadable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Opens a stream of server-sent events for one client.
 *
 * <p>Guarantee: the viewer is registered first and then given its beginning, so nothing falls
 * between the two. The beginning is what it missed since the last id that it names (from memory,
 * else from the table), and a snapshot when it names none, or one that is no longer kept.
 *
 * <p>Security: the scope decides everything. A stream cannot be asked for by a client's number.
 */
@ApplicationScoped
public class LivePulse {

    /** More than that and a snapshot is the smaller answer. */
    static final int MOST_TO_REPEAT = 2_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private PulseHub hub;
    private ChangeLog log;
    private PulseSnapshots snapshots;

    LivePulse() {}

    @Inject
    public LivePulse(PulseHub hub, ChangeLog log, PulseSnapshots snapshots) {
        this.hub = hub;
        this.log = log;
        this.snapshots = snapshots;
    }

    /**
     * @param lastSeen the id of the last message that the browser has, if it was here before
     * @param session whose end ends the stream
     * @param wake called from another thread when there is something to take; must not block
     * @return the viewer; whoever opened it takes it out of the hub when the connection is gone
     * @throws FleetUnreadable when the database does not answer; nothing stays registered
     */
    public Viewer open(ClientScope scope, OptionalLong lastSeen, String session, Runnable wake) {
        Viewer viewer = new Viewer(scope.client(), session, wake);
        hub.add(viewer, scope);
        boolean begun = false;
        try {
            begin(viewer, scope, lastSeen);
            begun = true;
            return viewer;
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        } finally {
            if (!begun) {
                hub.remove(viewer);
            }
        }
    }

    private void begin(Viewer viewer, ClientScope scope, OptionalLong lastSeen)
            throws SQLException {
        if (lastSeen.isPresent()
                && (hub.resume(viewer, scope, lastSeen.getAsLong())
                        || resumeFromTable(viewer, scope, lastSeen.getAsLong()))) {
            return;
        }
        PulseSnapshot snapshot = snapshots.of(scope);
        viewer.begin(PulseMessage.event(snapshot.feedId(), json(snapshot)), snapshot.feedId());
    }

    private boolean resumeFromTable(Viewer viewer, ClientScope scope, long lastSeen)
            throws SQLException {
        List<FleetChange> missed = log.afterFor(scope.client(), lastSeen, MOST_TO_REPEAT);
        // Asked after reading: what housekeeping removed meanwhile is noticed here.
        long oldest = log.oldestId();
        boolean complete =
                missed.size() < MOST_TO_REPEAT
                        && (oldest == 0
                                ? lastSeen == log.newestId()
                                : lastSeen >= oldest - 1 && lastSeen <= log.newestId());
        if (!complete) {
            return false;
        }
        List<PulseMessage> messages =
                missed.stream()
                        .map(PulseMessage::of)
                        .flatMap(Optional::stream)
                        .filter(message -> PulseHub.concerns(message, scope))
                        .toList();
        long upTo = missed.isEmpty() ? lastSeen : missed.get(missed.size() - 1).id();
        viewer.begin(hub.withScope(messages, scope), upTo);
        return true;
    }

    /** The stored shape: {@code kind} and {@code t} first, then the lists. */
    private static String json(PulseSnapshot snapshot) {
        ObjectNode message = JSON.createObjectNode();
        message.put("kind", "snapshot");
        message.put("t", snapshot.t());
        message.put("interrupted_after", snapshot.interruptedAfter());
        message.set("jobsRunning", JSON.valueToTree(snapshot.jobsRunning()));
        message.set("jobsRecent24h", JSON.valueToTree(snapshot.jobsRecent24h()));
        message.set("streams", JSON.valueToTree(snapshot.streams()));
        message.put("scope", snapshot.scope());
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of our own records is always JSON", e);
        }
    }
}
