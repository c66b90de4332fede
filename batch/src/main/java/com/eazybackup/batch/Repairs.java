package com.eazybackup.batch;

import com.eazybackup.ingest.Repaired;

/** The words for what was put right. */
final class Repairs {

    private Repairs() {}

    /** Orphans are told for themselves and not once more among the devices. */
    static void tell(RunReport report, Repaired repaired) {
        report.repaired("users", repaired.users());
        report.repaired("devices", (long) repaired.devices() - repaired.orphans());
        report.repaired("orphaned_devices", repaired.orphans());
        report.repaired("items", repaired.items());
        report.repaired("vaults", repaired.vaults());
        report.repaired("jobs", repaired.jobs());
    }
}
