package com.eazybackup.batch;

/**
 * How far a step of an execution is. Times are milliseconds since 1970; 0 for what is not known.
 *
 * @param status of Jakarta Batch, in lower case
 */
record StepRow(
        String name,
        String status,
        long read,
        long written,
        long skipped,
        long beganMs,
        long endedMs) {}
