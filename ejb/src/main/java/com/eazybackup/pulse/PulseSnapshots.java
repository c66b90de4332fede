package com.eazybackup.pulse;

import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.FleetJob;
import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.fleet.Interruption;
import com.eazybackup.fleet.JobsNow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * Reads how things stand for a client: what a live view begins with and what a poll gets.
 *
 * <p>Cost: four queries. Order: first the feed's id, so that the rows are at least as new as it;
 * then running jobs before ended ones, so that a job that ends in between is in one of them.
 */
@ApplicationScoped
public class PulseSnapshots {

    static final int MAX_RUNNING = 1_000;

    /**
     * The whole day of a client with some hundred devices. More would be a megabyte that nobody
     * looks at: pages count by the server's figures then, and their rows know their own jobs.
     */
    static final int MAX_RECENT = 150;

    private ChangeLog log;
    private JobsNow jobs;
    private StreamStandings streams;
    private Clock clock;
    private Interruption interruption;

    PulseSnapshots() {}

    @Inject
    public PulseSnapshots(
            ChangeLog log,
            JobsNow jobs,
            StreamStandings streams,
            Clock clock,
            Interruption interruption) {
        this.log = log;
        this.jobs = jobs;
        this.streams = streams;
        this.clock = clock;
        this.interruption = interruption;
    }

    /**
     * @throws FleetUnreadable when the database does not answer
     */
    public PulseSnapshot of(ClientScope scope) {
        try {
            long feedId = log.newestId();
            List<FleetJob> running = jobs.running(scope, MAX_RUNNING);
            List<FleetJob> recent = jobs.endedInLastDay(scope, MAX_RECENT);
            return new PulseSnapshot(
                    feedId,
                    clock.instant().getEpochSecond(),
                    running,
                    recent,
                    streams.of(scope.profiles()),
                    interruption.grace().toSeconds(),
                    scope.mark());
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }
}
