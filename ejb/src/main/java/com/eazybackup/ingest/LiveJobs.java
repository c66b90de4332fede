package com.eazybackup.ingest;

import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobId;
import com.eazybackup.comet.ProfileName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The running backups of each Comet Server, for those who look after them.
 *
 * <p>Guarantee: what they find out is written as events are, by the same writer and the same rules,
 * so it does not matter who is first. Limits: jobs of users without a client are not in it; a
 * profile that this node has no intake of is an {@link IllegalArgumentException}. Writing waits for
 * as long as the database is away, unless {@link #hurried} was asked for.
 */
@ApplicationScoped
public class LiveJobs {

    private Intakes intakes;
    private boolean hurried;

    LiveJobs() {}

    @Inject
    public LiveJobs(Intakes intakes) {
        this(intakes, false);
    }

    private LiveJobs(Intakes intakes, boolean hurried) {
        this.intakes = intakes;
        this.hurried = hurried;
    }

    /**
     * @return the same for somebody who sits before a page: what the database cannot take now, also
     *     because others wait for it, is an {@link SQLException} after some seconds, and not
     *     written
     */
    public LiveJobs hurried() {
        return new LiveJobs(intakes, true);
    }

    /**
     * @return the one not looked at for the longest time first
     */
    public List<LiveJob> of(ProfileName profile) throws SQLException {
        return jobs(profile).read("");
    }

    /**
     * @return empty when it does not run, is no backup, or nobody's
     */
    public Optional<LiveJob> find(ProfileName profile, JobId job) throws SQLException {
        return jobs(profile).read(job.value()).stream().findFirst();
    }

    /**
     * Writes jobs as the server says they are.
     *
     * @param asked when it began to be asked
     */
    public void take(ProfileName profile, List<JobDetail> jobs, Instant asked)
            throws SQLException, InterruptedException {
        jobs(profile).take(jobs, asked);
    }

    /** Writes a job that has an end, although its status does not say which. */
    public void takeEnded(ProfileName profile, JobDetail job)
            throws SQLException, InterruptedException {
        jobs(profile).takeEnded(job);
    }

    /**
     * Writes a job that the server has forgotten as failed, with the moment when it was last heard
     * of as its end.
     *
     * @return false when it does not run any more
     */
    public boolean takeLost(LiveJob job) throws SQLException, InterruptedException {
        return jobs(job.profile()).takeLost(job.id(), job.lastUpdate());
    }

    /**
     * Remembers what was done about a job.
     *
     * @return false when somebody else has looked at it since it was read, or it has ended
     */
    public boolean mark(LiveJob job, JobMarks marks) throws SQLException {
        return jobs(job.profile()).mark(job, marks);
    }

    /**
     * Remembers that a job has moved more than was known.
     *
     * @param at Unix seconds
     */
    public void moved(LiveJob job, long bytes, long at) throws SQLException {
        jobs(job.profile()).moved(job, bytes, at);
    }

    private RunningJobs jobs(ProfileName profile) {
        return intakes.of(profile)
                .map(intake -> hurried ? intake.running().hurried() : intake.running())
                .orElseThrow(() -> new IllegalArgumentException("no intake of " + profile));
    }
}
