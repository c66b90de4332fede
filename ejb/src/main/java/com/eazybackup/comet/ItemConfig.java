package com.eazybackup.comet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A protected item in a user's profile.
 *
 * @param engine see {@link Engine}
 * @param ownerDevice raw DeviceID
 * @param createdAt Unix seconds, else when it was changed, else 0
 * @param bytes of its last backup, as are files and directories
 * @param lastGoodAt when the last backup that Comet remembers as good ended, with or without
 *     warnings, in Unix seconds; 0 when it remembers none
 * @param content all of it but secrets
 */
public record ItemConfig(
        String name,
        String engine,
        String ownerDevice,
        long createdAt,
        long modifiedAt,
        long bytes,
        long files,
        long directories,
        long lastGoodAt,
        JsonNode content) {

    static ItemConfig from(JsonNode item) {
        long modified = CometTime.seconds(Wire.number(item, "ModifyTime"));
        JsonNode lastJob = item.path("Statistics").path("LastBackupJob");
        return new ItemConfig(
                Wire.text(item, "Description"),
                Wire.text(item, "Engine"),
                Wire.text(item, "OwnerDevice"),
                CometTime.firstOf(Wire.number(item, "CreateTime"), modified),
                modified,
                Wire.number(lastJob, "TotalSize"),
                Wire.number(lastJob, "TotalFiles"),
                Wire.number(lastJob, "TotalDirectories"),
                Math.max(
                        goodEnd(lastJob),
                        goodEnd(item.path("Statistics").path("LastSuccessfulBackupJob"))),
                Secrets.without(item));
    }

    /**
     * Of "successful" ones Comet remembers those without warnings alone; one with them is good,
     * too, while it is the last. Where there was none all fields are zero.
     */
    private static long goodEnd(JsonNode job) {
        int status = Wire.integer(job, "Status");
        boolean good = status == JobStatus.SUCCESS.code() || status == JobStatus.WARNING.code();
        return good ? CometTime.seconds(Wire.number(job, "EndTime")) : 0;
    }
}
