package com.eazybackup.monitor;

import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The unfinished jobs of a Comet Server, as far as they say whether they live. */
final class Listing {

    /**
     * @param heartbeat Unix seconds
     * @param moved bytes
     */
    record Sign(JobSight sight, long heartbeat, long moved) {}

    private final Map<JobId, Sign> jobs = new HashMap<>();
    private final boolean complete;

    /**
     * @param complete whether a job that is missing here has ended or is not known any more
     */
    Listing(boolean complete) {
        this.complete = complete;
    }

    void add(JobDetail job) {
        jobs.put(job.id(), new Sign(JobSight.of(job), job.heartbeatAt(), job.moved()));
    }

    Optional<Sign> of(JobId job) {
        return Optional.ofNullable(jobs.get(job));
    }

    /** Whether the server does not count it among the unfinished ones. */
    boolean lacks(JobId job) {
        return complete && !jobs.containsKey(job);
    }

    int size() {
        return jobs.size();
    }
}
