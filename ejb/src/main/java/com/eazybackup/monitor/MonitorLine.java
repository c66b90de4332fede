package com.eazybackup.monitor;

/**
 * What a run found out about a job, and did.
 *
 * @param rule that held, such as {@code strike}
 * @param action what was done, such as {@code cancel}; empty in a dry run
 * @param would what would have been done, in a dry run; else empty
 * @param evidence a sentence for operators
 * @param error what went wrong, without secrets; else empty
 */
public record MonitorLine(
        String jobId,
        String username,
        String deviceName,
        String rule,
        String action,
        String would,
        String evidence,
        String error) {}
