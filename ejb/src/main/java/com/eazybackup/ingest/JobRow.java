package com.eazybackup.ingest;

import com.eazybackup.comet.JobDetail;
import com.eazybackup.whmcs.CometUser;

/** One row of {@code comet_jobs}, in the order of {@link JobTables}. */
final class JobRow {

    private JobRow() {}

    /**
     * @param deviceKey {@code comet_devices.id}; empty when the job names no device
     * @param endedAt null while it runs
     */
    static Object[] of(
            JobDetail job,
            CometUser owner,
            String deviceKey,
            long startedAt,
            long lastStatusAt,
            Long endedAt) {
        return new Object[] {
            Fit.to(Fit.GUID, job.id().value()),
            Fit.json(job.content()),
            owner.client().value(),
            Fit.to(Fit.NAME, owner.username()),
            Fit.to(Fit.GUID, job.vaultId()),
            deviceKey,
            Fit.to(Fit.GUID, job.itemId()),
            Fit.small(job.classification()),
            Fit.to(Fit.SNAPSHOT, job.snapshotId()),
            Fit.to(Fit.SNAPSHOT, job.cancellationId()),
            job.size(),
            job.files(),
            job.directories(),
            job.uploaded(),
            job.downloaded(),
            job.accounts(),
            Fit.time(startedAt),
            Fit.time(lastStatusAt),
            endedAt,
            Fit.small(job.status())
        };
    }

    /** What a finished job moved: what it sent, else what it looked at. */
    static long finalBytes(JobDetail job) {
        return Fit.unsigned(job.uploaded() > 0 ? job.uploaded() : job.size());
    }
}
