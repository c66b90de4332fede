package com.eazybackup.batch;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Properties;

/**
 * Starts the {@code housekeeping} job every ten minutes, unless the last one still runs. Repeating
 * it on a second node does no harm: there is nothing left to delete then.
 */
@Singleton
public class HousekeepingTimer {

    private static final String JOB = "housekeeping";

    private long last = -1;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void start() {
        JobOperator operator = BatchRuntime.getJobOperator();
        if (last < 0 || ended(operator.getJobExecution(last).getBatchStatus())) {
            last = operator.start(JOB, new Properties());
        }
    }

    private static boolean ended(BatchStatus status) {
        return status != BatchStatus.STARTING && status != BatchStatus.STARTED;
    }
}
