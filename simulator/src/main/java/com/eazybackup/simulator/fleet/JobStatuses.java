package com.eazybackup.simulator.fleet;

/** The numbers of Comet's JOB_STATUS_ constants. */
public final class JobStatuses {

    public static final int SUCCESS = 5000;
    public static final int RUNNING = 6001;
    public static final int REVIVED = 6002;
    public static final int NOT_YET_STARTED = 6004;
    public static final int TIMEOUT = 7000;
    public static final int WARNING = 7001;
    public static final int ERROR = 7002;
    public static final int QUOTA = 7003;
    public static final int MISSED = 7004;
    public static final int CANCELLED = 7005;
    public static final int SKIPPED = 7006;
    public static final int ABANDONED = 7007;

    private JobStatuses() {}

    static boolean running(int status) {
        return status >= 6000 && status < 7000;
    }

    /** Whether a job that ended so left a snapshot behind. */
    static boolean savedSomething(int status) {
        return status == SUCCESS || status == WARNING;
    }
}
