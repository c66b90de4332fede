package com.eazybackup.comet.job;

/** {@code JobEntry} of the protocol. */
public record LogEntry(long time, String severity, String message) {}
