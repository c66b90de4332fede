package com.eazybackup.monitor;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometList;
import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobId;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.job.JobCalls;
import com.eazybackup.ingest.LiveJob;
import com.eazybackup.ingest.LiveJobs;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * One run over one Comet Server's jobs: what is unfinished there, then each running backup of ours.
 *
 * <p>Cost: one list; one call for each job that has stalled, {@link StallLimits#looks} at most, and
 * two for each that is acted upon; three statements, and one for each job that is looked at or has
 * moved.
 */
final class MonitorPass {

    private static final Logger LOG = System.getLogger(MonitorPass.class.getName());
    private static final int BATCH = 500;

    private final ProfileName profile;
    private final LiveJobs jobs;
    private final CometClient client;
    private final Clock clock;
    private final MonitorOrder order;
    private final boolean verbose;
    private final MonitorTally tally;
    private final JobStep step;

    MonitorPass(
            ProfileName profile,
            LiveJobs jobs,
            CometClient client,
            Clock clock,
            MonitorOrder order,
            boolean verbose,
            BooleanSupplier mayAct) {
        this.profile = profile;
        this.jobs = jobs;
        this.client = client;
        this.clock = clock;
        this.order = order;
        this.verbose = verbose;
        this.tally = new MonitorTally(order.limits());
        this.step = new JobStep(jobs, client, clock, tally, order.dryRun(), mayAct);
    }

    MonitorTally tally() {
        return tally;
    }

    /**
     * @throws CometException when the list cannot be read, or the credentials are not accepted; at
     *     the end, when a permission was missing
     */
    void run() throws CometException, SQLException, InterruptedException {
        Set<JobId> before = ids(jobs.of(profile));
        Listing listing = discover();
        tally.unfinished = listing.size();
        List<LiveJob> running = jobs.of(profile);
        for (LiveJob job : running) {
            if (!before.contains(job.id())) {
                tally.seeded++;
                tell(line(job, "missed-start", "seed", ""));
            }
            tell(one(job, listing));
        }
        if (step.forbidden().isPresent()) {
            throw step.forbidden().get();
        }
    }

    /** In the clock's order, as found; what is unfinished and unknown to us is written. */
    private Listing discover() throws CometException, SQLException, InterruptedException {
        Instant began = clock.instant();
        Listing listing = new Listing(true);
        List<JobDetail> found = new ArrayList<>();
        try (CometList<JobDetail> list = client.calls(JobCalls.class).unfinished()) {
            Optional<JobDetail> job = list.next();
            while (job.isPresent()) {
                listing.add(job.get());
                found.add(job.get());
                if (found.size() == BATCH) {
                    take(found, began);
                }
                job = list.next();
            }
        }
        take(found, began);
        return listing;
    }

    private void take(List<JobDetail> found, Instant began)
            throws SQLException, InterruptedException {
        if (!order.dryRun()) {
            jobs.take(
                    profile,
                    found.stream().filter(job -> JobSight.of(job).readable()).toList(),
                    began);
        }
        found.clear();
    }

    private MonitorLine one(LiveJob job, Listing listing)
            throws CometException, SQLException, InterruptedException {
        try {
            JobCase one = new JobCase(job, order.limits(), clock.instant().getEpochSecond(), false);
            return step.take(one, listing);
        } catch (RuntimeException e) {
            // One job that our own rules stumble over must not stop those behind it.
            LOG.log(Level.WARNING, profile + ": job " + job.id() + " is left out", e);
            tally.errors++;
            return line(job, "not-understood", "", e.getClass().getSimpleName());
        }
    }

    private void tell(MonitorLine line) {
        boolean news =
                !line.action().isEmpty() || !line.would().isEmpty() || !line.error().isEmpty();
        if (news) {
            tally.line(line);
        }
        if (verbose) {
            LOG.log(Level.INFO, "{0}: {1}", profile, line);
        }
    }

    private static MonitorLine line(LiveJob job, String rule, String action, String error) {
        return new MonitorLine(
                job.id().value(), job.username(), job.deviceName(), rule, action, "", "", error);
    }

    private static Set<JobId> ids(List<LiveJob> running) {
        return running.stream().map(LiveJob::id).collect(Collectors.toSet());
    }
}
