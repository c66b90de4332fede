package com.eazybackup.comet.job;

/** {@code CountJobsResponse} of the protocol. */
public record JobCount(long count) {}
