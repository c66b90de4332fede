package com.eazybackup.batch;

import jakarta.batch.api.chunk.AbstractCheckpointAlgorithm;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A portion is full by the rows that it leads to: a profile has many, a job one. */
@Named
@Dependent
public class SyncPortions extends AbstractCheckpointAlgorithm {

    @Inject StepContext step;

    @Override
    public boolean isReadyToCheckpoint() {
        return step.getTransientUserData() instanceof SyncRun run && run.isFull();
    }
}
