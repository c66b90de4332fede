package com.eazybackup.batch;

import com.eazybackup.platform.OutageLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes down how far the runs of this node are, once a second at most, and makes sure that they
 * are this node's yet.
 */
@ApplicationScoped
public class RunProgress {

    private static final Logger LOG = System.getLogger(RunProgress.class.getName());

    private static final long EVERY_MS = Duration.ofSeconds(1).toMillis();
    private static final long NOTHING = -1;

    private final OutageLog trouble = new OutageLog(LOG, "How far runs are is not written down");

    private JobRuns runs;
    private RunningHere here;
    private Clock clock;
    private final Map<Long, Told> told = new ConcurrentHashMap<>();

    /** What was told last, when it was last written, and what was written then. */
    private record Told(long atMs, long done, long written) {}

    RunProgress() {}

    @Inject
    RunProgress(JobRuns runs, RunningHere here, Clock clock) {
        this.runs = runs;
        this.here = here;
        this.clock = clock;
    }

    /**
     * While the database does not answer it is not known whether the run is this node's, and it
     * goes on: it is asked again with what is told next.
     *
     * @param done things that are dealt with
     * @throws IllegalStateException when another node has taken the job over, because this one
     *     seemed dead: nothing more may be done here
     */
    void told(long run, long done) {
        long now = clock.millis();
        Told before = told.get(run);
        if (before != null && now - before.atMs() < EVERY_MS) {
            told.put(run, new Told(before.atMs(), done, before.written()));
            return;
        }
        try {
            here.keep(run);
            // The row decides: whoever takes the job over ends it first, and a lock that cannot be
            // taken again at once is with somebody who only looks whether this node is dead, or
            // with a connection of ours that the database believes in still.
            if (!runs.progress(run, done)) {
                throw new IllegalStateException("Another node has taken this job over.");
            }
            told.put(run, new Told(now, done, done));
            trouble.well();
        } catch (SQLException e) {
            told.put(run, new Told(now, done, before == null ? NOTHING : before.written()));
            trouble.failed(e);
        }
    }

    /** Writes what was too soon when it was told, for runs that wait for somebody since. */
    void writeLast() throws SQLException {
        told.keySet().retainAll(here.runs());
        for (Map.Entry<Long, Told> each : Map.copyOf(told).entrySet()) {
            Told last = each.getValue();
            if (last.done() != last.written()) {
                runs.progress(each.getKey(), last.done());
                told.replace(each.getKey(), last, new Told(last.atMs(), last.done(), last.done()));
            }
        }
    }
}
