package com.eazybackup.simulator.fleet;

import com.eazybackup.simulator.switches.Trouble;
import com.eazybackup.simulator.switches.Unsettled;

/**
 * How a fleet goes about things. Each field may be changed at any time, from any thread, and holds
 * for what happens afterwards.
 */
public final class Habits {

    @Unsettled("A profile event follows each job, as the device writes its statistics.")
    public volatile boolean profileEventAfterJob = true;

    @Unsettled("A job that never started (missed, skipped) is told to the stream.")
    public volatile boolean streamsMissedJobs = true;

    @Unsettled("A job that an administrator cancels or abandons is told to the stream.")
    public volatile boolean streamsAdminActs;

    @Unsettled("A job that was given up while its device is at it runs again (6002).")
    public volatile boolean abandonedJobsRevive = true;

    @Unsettled("A device that connects again keeps its old connection, too.")
    public volatile boolean oldConnectionsLinger = true;

    @Unsettled("StopAfter of a backup counts minutes; else seconds.")
    public volatile boolean stopAfterInMinutes;

    @Unsettled(
            value =
                    "Before each so many-th guarded write of a profile its device has written"
                            + " statistics, so that the hash is stale; 0 = never.",
            positions = {"0", "1", "3"})
    public volatile int profileRaceEvery;

    @Trouble(
            value = "The server's clock is so many seconds ahead; negative = behind.",
            positions = {"0", "600", "-600"})
    public volatile int clockSkewSeconds;
}
