package com.eazybackup.ingest;

import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.JobState;
import com.eazybackup.comet.JobStatus;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.FleetJob;
import com.eazybackup.whmcs.CometUser;

/**
 * A job that became different, on its way to the change feed.
 *
 * @param kind such as {@code job:start}
 * @param deviceKey empty when the job names no device
 * @param endedAt Unix seconds, 0 while it runs
 */
record JobChange(
        String kind,
        ProfileName profile,
        JobDetail job,
        CometUser owner,
        String deviceKey,
        long startedAt,
        long endedAt) {

    String itemId() {
        return Fit.to(Fit.GUID, job.itemId());
    }

    FleetJob toFleetJob(String deviceName, String itemName) {
        boolean runs = endedAt == 0;
        JobStatus status = JobStatus.of(job.status());
        return new FleetJob(
                FleetJob.id(profile.value(), job.id().value()),
                job.id().value(),
                profile.value(),
                owner.username(),
                job.deviceId(),
                deviceKey,
                deviceName,
                job.classification(),
                runs ? FleetJob.RUNNING : status.stored(),
                (runs ? JobState.RUNNING : status.state()).wire(),
                job.status(),
                itemName,
                startedAt,
                endedAt,
                runs ? job.bytesDone() : JobRow.finalBytes(job),
                job.size(),
                runs ? job.itemsDone() : 0,
                runs ? job.itemsTotal() : 0,
                null,
                null);
    }
}
