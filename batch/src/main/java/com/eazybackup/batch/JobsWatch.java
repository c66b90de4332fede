package com.eazybackup.batch;

import com.eazybackup.platform.OutageLog;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Looks every few seconds how the jobs of all nodes stand, and every ten seconds for runs whose
 * node has died.
 */
@Singleton
@Startup
@DependsOn("ejb.jar#Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class JobsWatch {

    private static final Logger LOG = System.getLogger(JobsWatch.class.getName());

    private final OutageLog trouble = new OutageLog(LOG, "How the jobs stand is not known");
    private final OutageLog untidy = new OutageLog(LOG, "Runs of dead nodes are not looked for");
    private final ReentrantLock tidying = new ReentrantLock();

    @Inject JobStandings standings;
    @Inject JobControl control;
    @Inject EndedRuns ended;
    @Inject RunningHere here;
    @Inject RunProgress progress;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    public void look() {
        try {
            // First, whatever else fails: a lock that is lost is another node's soon.
            for (long run : here.runs()) {
                here.keep(run);
            }
            progress.writeLast();
            standings.look();
            trouble.well();
        } catch (SQLException e) {
            trouble.failed(e);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void tidy() {
        if (!tidying.tryLock()) {
            return;
        }
        try {
            ended.writeWaiting();
            control.tidy();
            untidy.well();
        } catch (SQLException | BatchRuntimeException e) {
            untidy.failed(e);
        } finally {
            tidying.unlock();
        }
    }
}
