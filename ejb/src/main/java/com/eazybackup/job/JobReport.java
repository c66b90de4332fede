package com.eazybackup.job;

import com.eazybackup.comet.JobState;
import com.eazybackup.fleet.FleetJob;

/**
 * All that our tables say of one job. What a {@link FleetJob} has, too, means the same here.
 *
 * @param id {@code <server_id>:<job_id>}
 * @param deviceId {@code comet_devices.id}; empty for a job of no device
 * @param clientVersion of the backup client that ran it; empty when it is not known
 * @param itemType what the item backs up, as Comet writes it; empty when its row has not come yet
 * @param engine the same by its name here, such as {@code files}; {@code unknown} for what nobody
 *     knows, and when there is none
 * @param vaultId Comet's id; empty for a job of no vault
 * @param startedAt Unix seconds; 0 when it is not known
 * @param endedAt Unix seconds; 0 while it runs
 * @param size bytes that were selected; this and the next four are null while the job's own row has
 *     not been written
 * @param files how many
 * @param directories how many
 * @param uploaded bytes
 * @param downloaded bytes
 * @param snapshotId of what it made; empty when it made none
 */
public record JobReport(
        String id,
        String jobId,
        String serverId,
        String username,
        String deviceId,
        String deviceName,
        String clientVersion,
        int classification,
        String status,
        JobState state,
        int statusCode,
        String itemName,
        String itemType,
        String engine,
        String vaultId,
        String vaultName,
        long startedAt,
        long endedAt,
        Long size,
        Long files,
        Long directories,
        Long uploaded,
        Long downloaded,
        long bytesDone,
        long totalBytes,
        long itemsDone,
        long itemsTotal,
        String snapshotId,
        String offlineSince,
        String statusReason) {}
