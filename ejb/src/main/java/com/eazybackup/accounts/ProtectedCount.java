package com.eazybackup.accounts;

import com.eazybackup.comet.JobStatus;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * How many guests and accounts protected items stand for, by what their last backups found. The one
 * formula of it: guests of the last successful backup, else of the last one if that succeeded;
 * Microsoft 365 accounts of the last backup, whatever the engine.
 *
 * <p>Limit: an item that was never backed up counts nothing. What is billed is counted otherwise,
 * by {@code usage}.
 */
record ProtectedCount(int hyperV, int vmware, int proxmox, int officeAccounts) {

    static final ProtectedCount NOTHING = new ProtectedCount(0, 0, 0, 0);

    /**
     * @param engine as Comet spells it
     * @param statistics the item's {@code Statistics}; what is missing says nothing
     */
    static ProtectedCount of(String engine, JsonNode statistics) {
        int guests = guests(statistics);
        return new ProtectedCount(
                engine.contains("hyperv") ? guests : 0,
                engine.contains("vmware") ? guests : 0,
                engine.contains("proxmox") ? guests : 0,
                Math.max(0, statistics.path("LastBackupJob").path("TotalAccountsCount").asInt()));
    }

    ProtectedCount plus(ProtectedCount more) {
        return new ProtectedCount(
                hyperV + more.hyperV,
                vmware + more.vmware,
                proxmox + more.proxmox,
                officeAccounts + more.officeAccounts);
    }

    private static int guests(JsonNode statistics) {
        JsonNode successful = statistics.path("LastSuccessfulBackupJob");
        JsonNode last = statistics.path("LastBackupJob");
        if (exists(successful)) {
            return count(successful);
        }
        return succeeded(last.path("Status")) ? count(last) : 0;
    }

    /** Comet writes an object of zeros and empty texts for a job that there never was. */
    private static boolean exists(JsonNode job) {
        return !job.path("GUID").asText().isEmpty()
                || job.path("Status").asInt() != 0
                || count(job) > 0;
    }

    private static int count(JsonNode job) {
        return Math.max(0, job.path("TotalVmCount").asInt());
    }

    private static boolean succeeded(JsonNode status) {
        return status.asInt() == JobStatus.SUCCESS.code()
                || status.asText().equalsIgnoreCase("SUCCESS");
    }
}
