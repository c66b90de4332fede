package com.eazybackup.fleet;

import com.eazybackup.comet.JobState;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A job as pages and programs get it, in snapshots and in the change feed alike. The one shape, so
 * that what a page learns by news and by snapshot is the same.
 *
 * @param id {@code <server_id>:<job_id>}
 * @param device the raw DeviceID
 * @param deviceId {@code comet_devices.id}
 * @param classification such as 4001 for a backup
 * @param status {@code Running} or {@code Interrupted}, or the stored value of a finished job
 * @param state what a person is shown: {@link JobState#wire()}
 * @param statusCode Comet's number
 * @param itemName empty when there is no item or its row has not come yet
 * @param startedAt Unix seconds; 0 when it is not known
 * @param endedAt Unix seconds; 0 while it runs
 * @param statusReason {@code device_offline} when it is interrupted; else null
 * @param offlineSince of the device while the job runs, in ISO 8601; null while that is online or
 *     not known, and in news: a device's own news tell it
 */
public record FleetJob(
        @JsonProperty("id") String id,
        @JsonProperty("job_id") String jobId,
        @JsonProperty("server_id") String serverId,
        @JsonProperty("username") String username,
        @JsonProperty("device") String device,
        @JsonProperty("device_id") String deviceId,
        @JsonProperty("device_name") String deviceName,
        @JsonProperty("classification") int classification,
        @JsonProperty("status") String status,
        @JsonProperty("state") String state,
        @JsonProperty("status_code") int statusCode,
        @JsonProperty("item_name") String itemName,
        @JsonProperty("started_at") long startedAt,
        @JsonProperty("ended_at") long endedAt,
        @JsonProperty("bytes_done") long bytesDone,
        @JsonProperty("total_bytes") long totalBytes,
        @JsonProperty("items_done") long itemsDone,
        @JsonProperty("items_total") long itemsTotal,
        @JsonProperty("status_reason") String statusReason,
        @JsonProperty("offline_since") String offlineSince) {

    /** Of a running job whose device has been offline for too long. */
    public static final String INTERRUPTED = "Interrupted";

    /** The word for a job that has not ended; pages of the PHP system know it in this spelling. */
    public static final String RUNNING = "Running";

    /**
     * @return the identity of a job over all Comet Servers
     */
    public static String id(String serverId, String jobId) {
        return serverId + ":" + jobId;
    }
}
