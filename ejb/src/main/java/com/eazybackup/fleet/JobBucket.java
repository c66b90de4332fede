package com.eazybackup.fleet;

import com.eazybackup.comet.JobState;
import com.eazybackup.comet.JobStatus;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a summary of the last 24 hours counts a job as. Coarser than {@link JobState}: what timed
 * out or was cancelled is an error. A job that was skipped is in none.
 */
public enum JobBucket {
    SUCCESS,
    ERROR,
    WARNING,
    MISSED,
    RUNNING,
    /** Running by the tables, on a device that has been away for too long. */
    INTERRUPTED;

    /**
     * The end of a WHERE over finished jobs: {@code t} is {@code eb_jobs_recent_24h}, {@code j} its
     * row of {@code comet_jobs}, if it has one. Skipped jobs are stored as errors.
     */
    public static final String NOT_SKIPPED =
            " AND COALESCE(j.status, 0) <> " + JobStatus.ALREADY_RUNNING.code();

    /**
     * @return the bucket of that name, as {@link #wire()} writes it
     */
    public static Optional<JobBucket> of(String wire) {
        return Arrays.stream(values()).filter(one -> one.wire().equals(wire)).findFirst();
    }

    /**
     * @return the name in JSON, which is the stored status of a finished job, too
     */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @return whether its jobs have ended
     */
    public boolean ended() {
        return this != RUNNING && this != INTERRUPTED;
    }
}
