package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The traces that a backup job leaves in the profile: the item's last jobs, the vault's size. */
final class Statistics {

    private static final int BACKUP = 4001;

    private Statistics() {}

    /**
     * @return whether the profile changed
     */
    static boolean note(ObjectNode profile, ObjectNode job) {
        JsonNode item = profile.path("Sources").path(job.path("SourceGUID").asText());
        if (job.path("Classification").asInt() != BACKUP || !item.isObject()) {
            return false;
        }
        ObjectNode statistics = Json.object(item, "Statistics");
        statistics.put("LastStartTime", job.path("StartTime").asLong());
        statistics.set("LastBackupJob", job.deepCopy());
        if (job.path("Status").asInt() == JobStatuses.SUCCESS) {
            statistics.set("LastSuccessfulBackupJob", job.deepCopy());
        }
        JsonNode vault = profile.path("Destinations").path(job.path("DestinationGUID").asText());
        JsonNode size = job.path("DestinationSizeEnd");
        if (vault.isObject() && size.isObject()) {
            Json.object(vault, "Statistics").set("ClientProvidedSize", size.deepCopy());
        }
        return true;
    }
}
