package com.eazybackup.batch;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The server's batch runtime, as this module sees it. The runtime finds a module's jobs by the
 * caller's class loader, and a caller may be a request of another module.
 */
@ApplicationScoped
public class BatchEngine {

    /** Restarts also what the repository believes to be running: a lock of ours knows better. */
    private static final String RESTART_MODE = "jberet.restart.mode";

    private final Supplier<JobOperator> operator;

    BatchEngine() {
        this(BatchRuntime::getJobOperator);
    }

    BatchEngine(Supplier<JobOperator> operator) {
        this.operator = operator;
    }

    /**
     * @return the number of the execution, which goes on by itself
     * @throws BatchRuntimeException when it cannot begin
     */
    long start(String file, Properties parameters) {
        return ask(batch -> batch.start(file, parameters));
    }

    /** As {@link #start}, from the last checkpoint of an execution that has not completed. */
    long restart(long execution, Properties parameters) {
        parameters.setProperty(RESTART_MODE, "force");
        return ask(batch -> batch.restart(execution, parameters));
    }

    /**
     * Asks an execution to end at its next checkpoint, on whatever node it runs.
     *
     * @throws BatchRuntimeException when it does not run
     */
    void stop(long execution) {
        ask(
                batch -> {
                    batch.stop(execution);
                    return execution;
                });
    }

    private long ask(Function<JobOperator, Long> question) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(BatchEngine.class.getClassLoader());
        try {
            return question.apply(operator.get());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
