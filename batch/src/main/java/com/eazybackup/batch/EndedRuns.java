package com.eazybackup.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes down how runs of this node ended, when the database takes it: a run that ended while the
 * database was away is not forgotten.
 */
@ApplicationScoped
public class EndedRuns {

    private static final Logger LOG = System.getLogger(EndedRuns.class.getName());

    private JobRuns runs;
    private RunningHere here;
    private final Map<Long, RunEnd> waiting = new ConcurrentHashMap<>();

    EndedRuns() {}

    @Inject
    EndedRuns(JobRuns runs, RunningHere here) {
        this.runs = runs;
        this.here = here;
    }

    void write(long run, RunEnd end) {
        try {
            runs.end(run, end);
            here.remove(run);
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "The end of run {0} waits: {1}", run, e.getMessage());
            waiting.put(run, end);
        }
    }

    /** Tries again what could not be written. */
    void writeWaiting() throws SQLException {
        for (Map.Entry<Long, RunEnd> each : Map.copyOf(waiting).entrySet()) {
            runs.end(each.getKey(), each.getValue());
            here.remove(each.getKey());
            waiting.remove(each.getKey());
        }
    }
}
