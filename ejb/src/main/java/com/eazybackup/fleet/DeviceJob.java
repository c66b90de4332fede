package com.eazybackup.fleet;

import com.eazybackup.comet.JobState;
import com.eazybackup.comet.JobStatus;

/**
 * A job of a device as the device list needs it, from whichever table. Times are Unix seconds, 0
 * when there is none.
 *
 * @param device key of the device
 * @param live whether it comes from the table of running jobs
 * @param interrupted whether its device has been offline for too long
 */
record DeviceJob(
        String device,
        String serverId,
        String jobId,
        int classification,
        int statusCode,
        String itemName,
        long startedAt,
        long endedAt,
        long bytesDone,
        long totalBytes,
        boolean live,
        boolean interrupted) {

    private static final int BACKUP = 4001;

    boolean isBackup() {
        return classification == BACKUP;
    }

    /** The same job on a device that has been offline for too long. */
    DeviceJob interruptedNow() {
        return new DeviceJob(
                device,
                serverId,
                jobId,
                classification,
                statusCode,
                itemName,
                startedAt,
                endedAt,
                bytesDone,
                totalBytes,
                live,
                live);
    }

    /** When it last made itself known: its end, else its start. */
    long lastSeen() {
        return endedAt > 0 ? endedAt : startedAt;
    }

    JobState state() {
        if (live && interrupted) {
            return JobState.INTERRUPTED;
        }
        return live ? JobState.RUNNING : JobStatus.of(statusCode).state();
    }

    DeviceRow.BarJob onBar() {
        return new DeviceRow.BarJob(
                FleetJob.id(serverId, jobId),
                jobId,
                state(),
                statusCode,
                classification,
                itemName,
                startedAt,
                endedAt);
    }

    DeviceRow.Latest asLatest() {
        return new DeviceRow.Latest(
                state(), statusCode, startedAt, endedAt, jobId, bytesDone, totalBytes);
    }
}
