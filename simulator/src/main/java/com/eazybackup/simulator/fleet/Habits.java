package com.eazybackup.simulator.fleet;

/**
 * How the server goes about things that no public source settles. Each field is one open question
 * with its likelier answer as the default; change it at any time, tests run with both.
 */
public final class Habits {

    /** Whether a profile event follows each job, as the device writes its statistics. */
    public volatile boolean profileEventAfterJob = true;

    /** Whether a job that never started (missed, skipped) is told to the stream. */
    public volatile boolean streamsMissedJobs = true;

    /** Whether a job that an administrator cancels or abandons is told to the stream. */
    public volatile boolean streamsAdminActs;
}
