package com.eazybackup.comet.vault;

/** {@code SizeMeasurement} of the protocol. */
public record SizeMeasurement(long size, long measureStarted, long measureCompleted) {}
