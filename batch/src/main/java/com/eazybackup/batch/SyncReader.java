package com.eazybackup.batch;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.ingest.FleetReconciliation;
import com.eazybackup.ingest.Listed;
import com.eazybackup.ingest.ListsUnreadable;
import com.eazybackup.ingest.ServerLists;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the lists of one Comet Server after the other. One whose lists fail does not keep the next
 * one from its turn; at the end the step fails, and a restart takes up what is not done.
 *
 * <p>On a restart the list that was broken off is asked for again; servers and lists that were done
 * are not.
 */
@Named
@Dependent
public class SyncReader implements ItemReader {

    private static final Logger LOG = System.getLogger(SyncReader.class.getName());

    @Inject FleetReconciliation reconciliation;
    @Inject JobContext job;
    @Inject StepContext step;
    @Inject Clock clock;
    @Inject JobRuns runs;

    @Inject
    @BatchProperty(name = "dry_run")
    boolean dryRun;

    private SyncRun run;

    @Override
    public void open(Serializable checkpoint) throws SQLException {
        SyncState state =
                checkpoint == null
                        ? SyncState.fresh(reconciliation.profiles(), clock.millis())
                        : (SyncState) checkpoint;
        state.goOn();
        if (checkpoint != null && runs.continuesConfirmed(RunReport.of(job).run())) {
            state.confirmed();
        }
        run = new SyncRun(state);
        step.setTransientUserData(run);
    }

    @Override
    public SyncItem readItem() throws SQLException, SomeListsFailed, InterruptedException {
        if (run.lists() == null && !openNext()) {
            return end();
        }
        Optional<Listed> found = next();
        if (found.isEmpty()) {
            // What one server listed is written and kept before the next one is waited for.
            run.full();
            return SyncItem.MARK;
        }
        SyncItem item = new SyncItem(run.profile(), run.lists(), found.get());
        run.took(item);
        return item;
    }

    /**
     * @return false when no Comet Server is left; one that cannot be opened is left out
     */
    private boolean openNext() throws SQLException {
        Optional<SyncProfile> next = run.state().next();
        while (next.isPresent()) {
            SyncProfile profile = next.get();
            try {
                ServerLists lists =
                        reconciliation.open(
                                new ProfileName(profile.name()),
                                profile.place(),
                                dryRun,
                                run.state().lastOfAll(profile));
                run.reads(profile, lists);
                return true;
            } catch (ListsUnreadable e) {
                fail(profile, e);
            }
            next = run.state().next();
        }
        return false;
    }

    private Optional<Listed> next() throws SQLException, InterruptedException {
        try {
            Optional<Listed> found = reconciliation.next(run.lists());
            run.profile().reached(run.lists());
            if (found.isEmpty()) {
                run.closed();
            }
            return found;
        } catch (ListsUnreadable e) {
            fail(run.profile(), e);
            run.closed();
            return Optional.empty();
        }
    }

    private static void fail(SyncProfile profile, ListsUnreadable why) {
        profile.failed(why.getMessage());
        LOG.log(
                Level.WARNING,
                "{0}: the nightly sync cannot read its lists: {1}",
                profile.name(),
                why.getMessage());
    }

    /** What was read before a failure has been written and kept by now. */
    private SyncItem end() throws SomeListsFailed {
        List<SyncProfile> failed = run.state().failed();
        if (!failed.isEmpty()) {
            throw new SomeListsFailed(
                    failed.stream().map(SyncProfile::name).collect(Collectors.joining(", ")));
        }
        return null;
    }

    @Override
    public Serializable checkpointInfo() {
        return run.state();
    }

    @Override
    public void close() {
        if (run != null) {
            run.closed();
            RunReport report = RunReport.of(job);
            if (report != null) {
                run.state().tell(report, dryRun);
            }
        }
    }
}
