package com.eazybackup.batch;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.AccountDrop;
import com.eazybackup.ingest.FleetReconciliation;
import com.eazybackup.ingest.FleetReconciliation.Removal;
import com.eazybackup.ingest.FleetReconciliation.UnpaidRemoval;
import com.eazybackup.ingest.ListsUnreadable;
import com.eazybackup.ingest.Repaired;
import com.eazybackup.ingest.UnpaidDevices;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;

/**
 * Does the removals that a nightly sync left to an operator, also one that failed for another Comet
 * Server. Each server is asked again first; where it is not the very same accounts or devices now,
 * nothing is removed, and the run is suspicious again.
 */
@Named
@Dependent
public class ConfirmedRemovals extends AbstractBatchlet {

    @Inject FleetReconciliation reconciliation;
    @Inject JobRuns runs;
    @Inject JobContext job;

    @Inject
    @BatchProperty(name = "confirms")
    long confirms;

    private int accounts;
    private int devices;
    private int left;

    @Override
    public String process() throws SQLException, ListsUnreadable, InterruptedException {
        RunReport report = RunReport.of(job);
        RunRow suspicious = runs.find(confirms).orElseThrow();
        if (suspicious.outcome() != Outcome.SUSPICIOUS) {
            report.ofBrokenSync();
        }
        for (JsonNode profile : RunDetails.of(suspicious.details()).profiles()) {
            LeftRemovals shown = LeftRemovals.read(profile);
            if (shown.any()) {
                remove(profile.path("profile").asText(), shown, report);
            }
        }
        if (left == 0) {
            runs.confirmed(confirms);
        }
        report.sentence(
                "%d accounts and %d devices were removed, as an operator confirmed."
                                .formatted(accounts, devices)
                        + (left == 0
                                ? ""
                                : " Of %d Comet Servers others are gone now than those confirmed: none of theirs was removed."
                                        .formatted(left)));
        return null;
    }

    private void remove(String name, LeftRemovals shown, RunReport report)
            throws SQLException, ListsUnreadable, InterruptedException {
        ProfileName profile = new ProfileName(name);
        AccountDrop drop = shown.drop();
        UnpaidDevices unpaid = shown.unpaid();
        Repaired repaired = Repaired.NOTHING;
        if (drop.suspicious()) {
            Removal done = reconciliation.removeGone(profile, drop.fingerprint());
            drop = done.drop();
            repaired = repaired.plus(done.repaired());
            accounts += drop.suspicious() ? 0 : drop.gone();
        }
        if (unpaid.count() > 0) {
            UnpaidRemoval done = reconciliation.removeUnpaid(profile, unpaid);
            unpaid = done.left();
            repaired = repaired.plus(done.repaired());
            devices += done.repaired().orphans();
        }
        Repairs.tell(report, repaired);
        LeftRemovals now = new LeftRemovals(drop, unpaid);
        if (now.any()) {
            report.suspicious();
            left++;
        }
        now.write(report.profile(name))
                .put("repaired", repaired.all())
                .put("complete", true)
                .put("error", "");
    }
}
