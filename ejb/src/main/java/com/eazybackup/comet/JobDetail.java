package com.eazybackup.comet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A job as Comet tells it ({@code BackupJobDetail}). Identifiers other than its own are empty where
 * there is none; times are Unix seconds and 0 where there is none; sizes are bytes.
 *
 * @param classification see {@link JobClassification}; a new number stays as it came
 * @param status see {@link JobStatus}; a new number stays as it came
 * @param itemsTotal 0 when it is not known
 * @param vaultSize size of the vault after the job, 0 when it was not measured
 * @param content everything, with the fields that are not known here
 */
public record JobDetail(
        JobId id,
        String username,
        int classification,
        int status,
        long startedAt,
        long endedAt,
        String itemId,
        String vaultId,
        String deviceId,
        String snapshotId,
        String cancellationId,
        long directories,
        long files,
        long size,
        long uploaded,
        long downloaded,
        int accounts,
        long bytesDone,
        long itemsDone,
        long itemsTotal,
        long vaultSize,
        JsonNode content) {

    /**
     * @return empty when it has no identity: items hold such a job where they never had one
     */
    public static Optional<JobDetail> from(JsonNode job) {
        String id = Wire.text(job, "GUID");
        if (id.isEmpty()) {
            return Optional.empty();
        }
        JsonNode progress = job.path("Progress");
        return Optional.of(
                new JobDetail(
                        new JobId(id),
                        Wire.text(job, "Username"),
                        Wire.integer(job, "Classification"),
                        Wire.integer(job, "Status"),
                        CometTime.seconds(Wire.number(job, "StartTime")),
                        CometTime.seconds(Wire.number(job, "EndTime")),
                        Wire.text(job, "SourceGUID"),
                        Wire.text(job, "DestinationGUID"),
                        Wire.text(job, "DeviceID"),
                        Wire.text(job, "SnapshotID"),
                        Wire.text(job, "CancellationID"),
                        Wire.number(job, "TotalDirectories"),
                        Wire.number(job, "TotalFiles"),
                        Wire.number(job, "TotalSize"),
                        Wire.number(job, "UploadSize"),
                        Wire.number(job, "DownloadSize"),
                        Wire.integer(job, "TotalAccountsCount"),
                        Wire.number(progress, "BytesDone"),
                        Wire.number(progress, "ItemsDone"),
                        Wire.number(progress, "ItemsTotal"),
                        measured(job.path("DestinationSizeEnd")),
                        job));
    }

    /**
     * When its device last showed a sign of life, Unix seconds by the server's clock; 0 for never.
     * The device's own clock is asked only where the server says nothing: it may be hours ahead.
     */
    public long heartbeatAt() {
        JsonNode progress = content.path("Progress");
        // Comet spells it so.
        long received = CometTime.seconds(Wire.number(progress, "RecievedTime"));
        return received > 0 ? received : CometTime.seconds(Wire.number(progress, "SentTime"));
    }

    /**
     * @return bytes that it has looked at, or sent where it does not say
     */
    public long moved() {
        return Math.max(0, bytesDone > 0 ? bytesDone : uploaded);
    }

    private static long measured(JsonNode size) {
        return Wire.number(size, "MeasureCompleted") > 0 ? Wire.number(size, "Size") : 0;
    }

    /**
     * @return whether Comet counts it among the unfinished ones
     */
    public boolean running() {
        return JobStatus.running(status);
    }
}
