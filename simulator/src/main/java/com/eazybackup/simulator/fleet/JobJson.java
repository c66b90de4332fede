package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** BackupJobDetail objects at each moment of a job's life. */
final class JobJson {

    private static final int BACKUP = 4001;

    private JobJson() {}

    static ObjectNode running(
            Draw draw, ObjectNode profile, JobPlace place, int classification, long now) {
        ObjectNode job = blank(draw, profile, place, classification, now);
        job.put("Status", JobStatuses.RUNNING).put("CancellationID", draw.uuid());
        JsonNode size = vaultSize(profile, place.vault());
        if (size.isObject()) {
            job.set("DestinationSizeStart", size.deepCopy());
        }
        return job;
    }

    /** A job that is over already: from history, or one that never began. */
    static ObjectNode ended(
            Draw draw, ObjectNode profile, JobPlace place, int status, long start, long end) {
        ObjectNode job = blank(draw, profile, place, BACKUP, start);
        end(draw, profile, job, status, end);
        return job;
    }

    static void progress(
            ObjectNode job,
            long now,
            long bytesDone,
            long bytesTotal,
            long itemsDone,
            long itemsTotal) {
        int counter = job.path("Progress").path("Counter").asInt() + 1;
        job.putObject("Progress")
                .put("Counter", counter)
                .put("SentTime", now)
                .put("RecievedTime", now)
                .put("BytesDone", bytesDone)
                .put("ItemsDone", itemsDone)
                .put("ItemsTotal", itemsTotal);
        job.put("TotalSize", Math.max(bytesTotal, job.path("TotalSize").asLong()))
                .put("TotalFiles", itemsTotal)
                .put("UploadSize", bytesDone / 20);
    }

    static void end(Draw draw, ObjectNode profile, ObjectNode job, int status, long now) {
        job.put("Status", status).put("EndTime", now);
        job.remove("Progress");
        job.remove("CancellationID");
        boolean moved = OrderKind.moves(job.path("Classification").asInt());
        if (status == JobStatuses.MISSED || status == JobStatuses.SKIPPED || !moved) {
            return;
        }
        ItemKind kind = kind(profile, job);
        long bytes =
                Math.max(
                        job.path("TotalSize").asLong(),
                        kind.typicalBytes() / 100 * draw.between(20, 120));
        if (!JobStatuses.savedSomething(status)) {
            bytes = bytes / 100 * draw.between(0, 60);
        }
        job.put("TotalSize", bytes)
                .put(
                        "TotalFiles",
                        Math.max(job.path("TotalFiles").asLong(), draw.between(40, 48_000)))
                .put("TotalDirectories", draw.between(4, 5_000))
                .put("TotalChunks", draw.between(10, 9_000))
                .put("UploadSize", Math.max(job.path("UploadSize").asLong(), bytes / 40))
                .put("DownloadSize", bytes / 4000);
        if (JobStatuses.savedSomething(status) && job.path("Classification").asInt() == BACKUP) {
            saved(draw, profile, job, kind, now);
        }
    }

    private static void saved(
            Draw draw, ObjectNode profile, ObjectNode job, ItemKind kind, long now) {
        job.put("SnapshotID", draw.hex(64));
        switch (kind) {
            case HYPER_V, VMWARE, PROXMOX -> job.put("TotalVmCount", draw.between(2, 9));
            case MICROSOFT_365 ->
                    job.put("TotalMailsCount", 46)
                            .put("TotalSitesCount", 7)
                            .put("TotalAccountsCount", 41)
                            .put("TotalLicensedMailsCount", 41)
                            .put("TotalUnlicensedMailsCount", 5);
            default -> {
                // The counts belong to guests and mailboxes; other jobs leave them out.
            }
        }
        long before =
                vaultSize(profile, job.path("DestinationGUID").asText()).path("Size").asLong();
        job.putObject("DestinationSizeEnd")
                .put("Size", before + job.path("UploadSize").asLong() / 3)
                .put("MeasureStarted", now - 1)
                .put("MeasureCompleted", now);
    }

    private static ObjectNode blank(
            Draw draw, ObjectNode profile, JobPlace place, int classification, long start) {
        JsonNode device = profile.path("Devices").path(place.device());
        ObjectNode job = Json.template("job");
        job.put("GUID", draw.uuid())
                .put("Username", place.username())
                .put("Classification", classification)
                .put("StartTime", start)
                .put("SourceGUID", place.item())
                .put("DestinationGUID", place.vault())
                .put("DeviceID", place.device())
                .put("ClientVersion", device.path("ClientVersion").asText("25.9.8"));
        profile.path("BackupRules")
                .properties()
                .forEach(
                        rule -> {
                            if (rule.getValue().path("Source").asText().equals(place.item())) {
                                job.put("BackupRuleGUID", rule.getKey());
                            }
                        });
        return job;
    }

    private static ItemKind kind(ObjectNode profile, ObjectNode job) {
        JsonNode item = profile.path("Sources").path(job.path("SourceGUID").asText());
        return ItemKind.ofEngine(item.path("Engine").asText());
    }

    private static JsonNode vaultSize(ObjectNode profile, String vault) {
        return profile.path("Destinations")
                .path(vault)
                .path("Statistics")
                .path("ClientProvidedSize");
    }
}
