package com.eazybackup.batch;

import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Tells the run's report for what its step has failed, so that history, alerts and mails say it.
 * Every step whose job has a {@link RunRecorder} has one of these.
 */
@Named
@Dependent
public class StepTrouble extends AbstractStepListener {

    @Inject JobContext job;
    @Inject StepContext step;

    @Override
    public void afterStep() {
        RunReport report = RunReport.of(job);
        Exception why = step.getException();
        if (report == null || why == null) {
            return;
        }
        String text = RunTrouble.text(why);
        if (why instanceof SomeListsFailed) {
            // For what each of them has failed is told by now.
            report.error(text);
        } else {
            report.brokeOffFor(text);
        }
    }
}
