package com.eazybackup.pulse;

import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.fleet.FleetChange;
import com.eazybackup.platform.OutageLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Follows the change feed and hands it to the hub, until it is interrupted. Waits between reads for
 * a nudge or for the poll time; while the database is away it waits longer each time and then goes
 * on where it was.
 */
final class TailLoop implements Runnable {

    static final int BATCH = 1_000;

    /** So many changes are read again at the start, for viewers that were here before it. */
    static final int REMEMBERED_AT_START = 5_000;

    private static final Logger LOG = System.getLogger(TailLoop.class.getName());
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final long NOWHERE = -1;

    private final ChangeLog log;
    private final PulseHub hub;
    private final Duration poll;
    private final OutageLog outage = new OutageLog(LOG, "The change feed cannot be read");
    private final Semaphore nudges = new Semaphore(0);

    private long position = NOWHERE;
    private int failures;

    TailLoop(ChangeLog log, PulseHub hub, Duration poll) {
        this.log = log;
        this.hub = hub;
        this.poll = poll;
    }

    /** Ends the present wait. */
    void nudge() {
        nudges.release();
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            Duration wait = poll;
            try {
                readAll();
                failures = 0;
                outage.well();
            } catch (SQLException | RuntimeException e) {
                // The one place that may not end: without it nobody on this node sees anything.
                wait = afterFailure(e);
            }
            if (!rest(wait)) {
                return;
            }
        }
    }

    /** Reads until there is no more. */
    void readAll() throws SQLException {
        if (position == NOWHERE || failures > 0) {
            findPlace();
        }
        List<FleetChange> changes;
        do {
            changes = log.after(position, BATCH);
            if (!changes.isEmpty()) {
                accept(changes);
            }
        } while (changes.size() == BATCH);
    }

    private void accept(List<FleetChange> changes) {
        long first = changes.get(0).id();
        if (first != position + 1) {
            // Ids have no holes. Some were forgotten before they were read here: memory and the
            // viewers must begin anew.
            LOG.log(Level.WARNING, "Changes {0} to {1} are gone", position + 1, first - 1);
            hub.restartAt(first - 1);
        }
        hub.publish(changes);
        position = changes.get(changes.size() - 1).id();
    }

    /** At the start, and after an outage: the feed may be another one, from a backup. */
    private void findPlace() throws SQLException {
        long newest = log.newestId();
        if (position == NOWHERE || newest < position) {
            position = Math.max(0, newest - REMEMBERED_AT_START);
            long oldest = log.oldestId();
            position = oldest == 0 ? newest : Math.max(position, oldest - 1);
            hub.restartAt(position);
        }
    }

    private Duration afterFailure(Exception e) {
        outage.failed(e);
        failures++;
        long doubled = poll.toMillis() << Math.min(failures, 5);
        return Duration.ofMillis(Math.min(doubled, LONGEST_WAIT.toMillis()));
    }

    private boolean rest(Duration wait) {
        try {
            if (nudges.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                nudges.drainPermits();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
