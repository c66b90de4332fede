package com.eazybackup.batch;

import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import java.util.Properties;

/** What the batch runtime tells the parts of an execution about it. */
final class KnownJob implements JobContext {

    private final String name;
    private final long execution;
    private Object data;
    private BatchStatus status = BatchStatus.STARTED;

    KnownJob(PortalJob job, long execution) {
        this.name = job.code();
        this.execution = execution;
    }

    /** It has come to that. */
    void stands(BatchStatus now) {
        status = now;
    }

    @Override
    public String getJobName() {
        return name;
    }

    @Override
    public Object getTransientUserData() {
        return data;
    }

    @Override
    public void setTransientUserData(Object data) {
        this.data = data;
    }

    @Override
    public long getInstanceId() {
        return execution;
    }

    @Override
    public long getExecutionId() {
        return execution;
    }

    @Override
    public Properties getProperties() {
        return new Properties();
    }

    @Override
    public BatchStatus getBatchStatus() {
        return status;
    }

    @Override
    public String getExitStatus() {
        return null;
    }

    @Override
    public void setExitStatus(String status) {
        throw new UnsupportedOperationException("no job of ours sets one");
    }
}
