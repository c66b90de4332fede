package com.eazybackup.fleet;

import com.eazybackup.comet.JobState;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * A device with what the list shows of it. Times are Unix seconds.
 *
 * @param id {@code comet_devices.id}
 * @param hash the raw DeviceID
 * @param serviceId the service that its user is
 * @param version of the backup software, empty when not reported
 * @param os the operating system's own name, else the platform
 * @param offlineSince null while it is online, and when it is not known
 * @param registeredAt null when it is not known
 * @param latest the latest backup of the last 24 hours; null when there was none
 * @param jobs24h every job of the last 24 hours, running ones too, by start
 * @param days the worst state of each of the 13 days before today, the oldest first, or {@link
 *     #NO_BACKUP}
 * @param standing how it stands; null when it was revoked while the list was read
 * @param lateItem which item it is that makes the device overdue; null when it is not overdue, or
 *     all that it has is
 * @param groupId the group that it is in; null when it is in none
 */
@JsonNaming(SnakeCaseStrategy.class)
public record DeviceRow(
        String id,
        String hash,
        String name,
        String username,
        Integer serviceId,
        String version,
        String os,
        String platformOs,
        String platformArch,
        boolean online,
        Long offlineSince,
        Long registeredAt,
        Latest latest,
        List<BarJob> jobs24h,
        List<String> days,
        Standing standing,
        LateItem lateItem,
        Integer groupId) {

    /** In {@link #days()}: no backup ended on that day. */
    public static final String NO_BACKUP = "none";

    /**
     * The item that is furthest behind.
     *
     * @param dueAt until when its schedules promised a good backup, without the tolerance
     * @param more how many others are overdue, too
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record LateItem(String id, String name, long dueAt, long more) {}

    /** The latest backup: see {@link LatestBackup} for which one that is. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Latest(
            JobState state,
            int statusCode,
            long startedAt,
            long endedAt,
            String jobId,
            long bytesDone,
            long totalBytes) {}

    /** A job on the 24-hour bar; {@code endedAt} is 0 while it runs. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record BarJob(
            String id,
            String jobId,
            JobState state,
            int statusCode,
            int classification,
            String itemName,
            long startedAt,
            long endedAt) {}
}
