package com.eazybackup.batch;

import com.eazybackup.operations.AlertKind;
import com.eazybackup.operations.AlertRule;
import com.eazybackup.operations.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Alerts of jobs whose last run has failed or waits for an operator's word, over with the next one
 * that is completed; and of a nightly sync that has not been completed for more than a day.
 */
@ApplicationScoped
public class JobAlerts implements AlertRule {

    /** A day, and two hours for a slow one. */
    private static final Duration LATE = Duration.ofHours(26);

    private JobStandings standings;
    private Clock clock;

    JobAlerts() {}

    @Inject
    JobAlerts(JobStandings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public boolean costsQueries() {
        return false;
    }

    @Override
    public List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        for (JobStanding job : standings.all()) {
            found.add(
                    standings.known()
                            ? ofLast(job.name(), job.enabled(), job.last(), job.toConfirm())
                            : Finding.leave(AlertKind.JOB_FAILED, job.name()));
            if (job.name().equals(PortalJob.NIGHTLY_SYNC.code())) {
                found.add(
                        late(
                                job,
                                standings.withoutSuccessSince(PortalJob.NIGHTLY_SYNC),
                                clock.instant()));
            }
        }
        return found;
    }

    /** Pure. */
    static Finding ofLast(
            String job, boolean enabled, Optional<JobRun> last, Optional<JobRun> toConfirm) {
        if (toConfirm.isPresent()) {
            return Finding.raise(AlertKind.JOB_FAILED, job, toConfirm.get().sentence());
        }
        if (last.filter(JobRun::dryRun).isPresent()) { // it has repaired nothing
            return Finding.leave(AlertKind.JOB_FAILED, job);
        }
        if (!enabled) {
            return Finding.close(AlertKind.JOB_FAILED, job);
        }
        String outcome = last.map(JobRun::outcome).orElse("");
        if (outcome.equals(Outcome.FAILED.wire())) {
            return Finding.raise(AlertKind.JOB_FAILED, job, why(last.get()));
        }
        return outcome.equals(Outcome.COMPLETED.wire())
                ? Finding.close(AlertKind.JOB_FAILED, job)
                : Finding.leave(AlertKind.JOB_FAILED, job);
    }

    private static String why(JobRun run) {
        String why = run.error().isEmpty() ? run.sentence() : run.error();
        return "The last run has failed" + (why.isEmpty() ? "." : ": " + why);
    }

    /**
     * Pure.
     *
     * @param since no run has been completed
     */
    static Finding late(JobStanding job, Optional<Instant> since, Instant now) {
        if (!job.enabled()) {
            return Finding.close(AlertKind.SYNC_LATE, job.name());
        }
        if (since.isEmpty()) {
            return Finding.leave(AlertKind.SYNC_LATE, job.name());
        }
        return since.get().plus(LATE).isBefore(now)
                ? Finding.raise(
                        AlertKind.SYNC_LATE,
                        job.name(),
                        "It has not been completed since " + since.get() + ".")
                : Finding.close(AlertKind.SYNC_LATE, job.name());
    }
}
