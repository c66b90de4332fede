package com.eazybackup.batch;

import com.eazybackup.platform.NodeLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs of this node, each with the lock that keeps other nodes from running the same job. A
 * lock goes with its connection when the database restarts; it is taken again as soon as somebody
 * asks.
 */
@ApplicationScoped
public class RunningHere {

    private final Map<Long, Place> places = new ConcurrentHashMap<>();
    private NodeLock locks;

    RunningHere() {}

    @Inject
    public RunningHere(NodeLock locks) {
        this.locks = locks;
    }

    /**
     * @return empty while any node runs that job
     */
    Optional<NodeLock.Held> tryHold(PortalJob job) throws SQLException {
        return locks.tryHold("job:" + job.code());
    }

    void add(long run, PortalJob job, NodeLock.Held held) {
        places.put(run, new Place(job, held));
    }

    boolean has(long run) {
        return places.containsKey(run);
    }

    Set<Long> runs() {
        return Set.copyOf(places.keySet());
    }

    /**
     * @return whether the run's job is this node's, if need be again
     */
    boolean keep(long run) throws SQLException {
        Place place = places.get(run);
        return place != null && place.keep();
    }

    /** The run is over. */
    void remove(long run) {
        Place place = places.remove(run);
        if (place != null) {
            place.end();
        }
    }

    /**
     * What a run holds. Who asks whether it still does takes turns with others and with the run's
     * end: a lock that is taken again belongs to the run, or to nobody when the run ends meanwhile.
     */
    private final class Place {
        private final PortalJob job;
        private NodeLock.Held held;
        private boolean over;

        Place(PortalJob job, NodeLock.Held held) {
            this.job = job;
            this.held = held;
        }

        synchronized boolean keep() throws SQLException {
            if (over) {
                return false;
            }
            if (held.still()) {
                return true;
            }
            held.close();
            Optional<NodeLock.Held> again = tryHold(job);
            held = again.orElse(held);
            return again.isPresent();
        }

        synchronized void end() {
            over = true;
            held.close();
        }
    }
}
