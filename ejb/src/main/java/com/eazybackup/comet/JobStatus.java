package com.eazybackup.comet;

/**
 * The status of a job as Comet numbers it, and the only place that says how it is stored and shown.
 *
 * <p>A code that is not in the list is data, not an error: it is {@link #UNKNOWN}, and whoever
 * holds it keeps the number beside it.
 */
public enum JobStatus implements CometCode {
    SUCCESS(5000, "success", JobState.SUCCESS),
    INDETERMINATE(6000, "error", JobState.RUNNING),
    ACTIVE(6001, "error", JobState.RUNNING),
    REVIVED(6002, "error", JobState.RUNNING),
    TRY_AGAIN(6003, "error", JobState.RUNNING),
    NOT_STARTED(6004, "error", JobState.RUNNING),
    TIMEOUT(7000, "error", JobState.TIMEOUT),
    WARNING(7001, "warning", JobState.WARNING),
    ERROR(7002, "error", JobState.ERROR),
    QUOTA_EXCEEDED(7003, "error", JobState.ERROR),
    MISSED(7004, "missed", JobState.MISSED),
    CANCELLED(7005, "error", JobState.CANCELLED),
    // Stored as an error because the tables' other readers expect that, and shown as skipped.
    ALREADY_RUNNING(7006, "error", JobState.SKIPPED),
    ABANDONED(7007, "error", JobState.ERROR),
    UNKNOWN(9999, "error", JobState.UNKNOWN);

    private static final CodeTable<JobStatus> TABLE = new CodeTable<>(JobStatus.class, UNKNOWN);

    private static final int THOUSAND = 1000;
    private static final int RUNNING_CLASS = 6;

    private final int code;
    private final String stored;
    private final JobState state;

    JobStatus(int code, String stored, JobState state) {
        this.code = code;
        this.stored = stored;
        this.state = state;
    }

    /**
     * @return the status of that code, {@link #UNKNOWN} when Comet has a new one
     */
    public static JobStatus of(int code) {
        return TABLE.find(code);
    }

    /**
     * @return whether a job with that code has not ended yet; also for codes that are not in the
     *     list, of which Comet keeps 6000 to 6999 for this
     */
    public static boolean running(int code) {
        JobStatus status = of(code);
        return status == UNKNOWN ? code / THOUSAND == RUNNING_CLASS : status.running();
    }

    public int code() {
        return code;
    }

    @Override
    public String wire() {
        return Integer.toString(code);
    }

    /**
     * @return the value of {@code eb_jobs_recent_24h.status} when a job ends so
     */
    public String stored() {
        return stored;
    }

    public JobState state() {
        return state;
    }

    /**
     * @return whether a job with this status has not ended yet
     */
    public boolean running() {
        return state == JobState.RUNNING;
    }
}
