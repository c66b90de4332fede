package com.eazybackup.monitor;

import com.eazybackup.comet.JobClassification;
import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobStatus;

/** What kind of thing a server shows as a job. Pure. */
enum JobSight {
    /** It runs, and may have stalled. */
    RUNNING(""),
    /** It waits by Comet's own word: to be tried again, or to begin. */
    WAITING(""),
    ENDED(""),
    /** It has an end and a status of a running job. */
    ENDED_SOMEHOW("It has an end, and its status says that it runs."),
    NOT_BACKUP("It is no backup."),
    MALFORMED("It lacks a user or a start."),
    NO_STATUS("It has no status."),
    UNKNOWN_STATUS("Its status is not known.");

    private final String trouble;

    JobSight(String trouble) {
        this.trouble = trouble;
    }

    static JobSight of(JobDetail job) {
        if (job.username().isEmpty() || job.startedAt() <= 0) {
            return MALFORMED;
        }
        if (job.classification() != JobClassification.BACKUP.code()) {
            return NOT_BACKUP;
        }
        JobStatus status = JobStatus.of(job.status());
        if (status != JobStatus.UNKNOWN && !status.running()) {
            return ENDED;
        }
        if (job.endedAt() > 0) {
            return ENDED_SOMEHOW;
        }
        return switch (status) {
            case ACTIVE, REVIVED -> RUNNING;
            case INDETERMINATE, TRY_AGAIN, NOT_STARTED -> WAITING;
            default -> job.status() == 0 ? NO_STATUS : UNKNOWN_STATUS;
        };
    }

    boolean over() {
        return this == ENDED || this == ENDED_SOMEHOW;
    }

    /** Whether its row may be written: with a status that nobody knows, it may be anything. */
    boolean readable() {
        return this != MALFORMED && this != NO_STATUS && this != UNKNOWN_STATUS;
    }

    /**
     * @return why nothing is done with it; empty when that is no trouble
     */
    String trouble() {
        return over() ? "" : trouble;
    }
}
