package com.eazybackup.batch;

import com.eazybackup.platform.NodeLock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Runs whose node has died: they are written down as running, and nobody holds their job's lock.
 *
 * <p>Guarantee: a run of this node is never thought dead, one of another node only when it was
 * found so twice: after the database was away its node takes the lock again.
 */
@ApplicationScoped
public class DeadRuns {

    private static final Logger LOG = System.getLogger(DeadRuns.class.getName());
    private static final String DIED = "Its node ended while it ran.";

    /** A run that kills its node would kill the next one, too. */
    private static final int RESTARTS = 2;

    private JobRuns runs;
    private BatchRepository repository;
    private RunningHere here;
    private final Set<Long> suspected = new HashSet<>();
    private final Map<Long, RunRow> unrestarted = new TreeMap<>();

    DeadRuns() {}

    @Inject
    DeadRuns(JobRuns runs, BatchRepository repository, RunningHere here) {
        this.runs = runs;
        this.repository = repository;
        this.here = here;
    }

    /**
     * Looks at the runs of all jobs.
     *
     * @return those that are dead and now written down as failed
     */
    synchronized List<RunRow> find() throws SQLException {
        List<RunRow> orphaned = new ArrayList<>();
        for (RunRow run : runs.running()) {
            Optional<PortalJob> job = PortalJob.of(run.job());
            if (!here.has(run.id()) && job.isPresent() && nobodyHolds(job.get())) {
                orphaned.add(run);
            }
        }
        List<RunRow> died = orphaned.stream().filter(run -> suspected.contains(run.id())).toList();
        suspected.clear();
        orphaned.stream().map(RunRow::id).forEach(suspected::add);
        for (RunRow run : died) {
            close(run);
            if (PortalJob.of(run.job()).filter(job -> restartsItself(job, run)).isPresent()) {
                unrestarted.put(run.id(), run);
            }
        }
        return died;
    }

    /**
     * @return found ones that are to be restarted by themselves, until {@link #restarted} is told
     */
    synchronized List<RunRow> unrestarted() {
        return List.copyOf(unrestarted.values());
    }

    synchronized void restarted(RunRow run) {
        unrestarted.remove(run.id());
    }

    private boolean nobodyHolds(PortalJob job) throws SQLException {
        Optional<NodeLock.Held> held = here.tryHold(job);
        held.ifPresent(NodeLock.Held::close);
        return held.isPresent();
    }

    /** Closes what is left of that job, whose lock the caller holds. */
    void close(PortalJob job) throws SQLException {
        for (RunRow run : runs.running(job)) {
            if (!here.has(run.id())) {
                close(run);
            }
        }
    }

    private void close(RunRow run) throws SQLException {
        if (run.execution() > 0) {
            repository.died(run.execution());
        }
        runs.end(run.id(), RunEnd.of(Outcome.FAILED, DIED, DIED));
        LOG.log(
                Level.WARNING,
                "{0} (run {1} on {2}) is marked as failed: its node ended while it ran",
                run.job(),
                run.id(),
                run.node());
    }

    boolean restartsItself(PortalJob job, RunRow run) {
        return job == PortalJob.NIGHTLY_SYNC && run.execution() > 0 && run.restarts() < RESTARTS;
    }
}
