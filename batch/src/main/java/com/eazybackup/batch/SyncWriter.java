package com.eazybackup.batch;

import com.eazybackup.ingest.FleetReconciliation;
import com.eazybackup.ingest.Listed;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a portion through ingestion's own writers. The rows are committed before the checkpoint
 * is: after a crash the last portion is written once more, which changes nothing.
 */
@Named
@Dependent
public class SyncWriter extends AbstractItemWriter {

    @Inject FleetReconciliation reconciliation;
    @Inject RunProgress progress;
    @Inject JobContext job;
    @Inject StepContext step;

    @Override
    public void writeItems(List<Object> items) throws SQLException, InterruptedException {
        SyncRun run = (SyncRun) step.getTransientUserData();
        List<SyncItem> alike = new ArrayList<>();
        for (Object each : items) {
            SyncItem item = (SyncItem) each;
            if (item.lists() == null) {
                continue;
            }
            if (!alike.isEmpty() && !sameKind(alike.get(0), item)) {
                write(alike);
                alike = new ArrayList<>();
            }
            alike.add(item);
        }
        write(alike);
        run.written();
        progress.told(RunReport.of(job).run(), run.state().processed());
    }

    private static boolean sameKind(SyncItem one, SyncItem other) {
        return one.lists() == other.lists() && one.phase() == other.phase();
    }

    private void write(List<SyncItem> alike) throws SQLException, InterruptedException {
        if (alike.isEmpty()) {
            return;
        }
        SyncItem first = alike.get(0);
        List<Listed> things = alike.stream().map(SyncItem::thing).toList();
        first.profile().add(first.phase(), reconciliation.write(first.lists(), things));
    }
}
