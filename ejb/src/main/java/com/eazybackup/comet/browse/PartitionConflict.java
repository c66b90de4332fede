package com.eazybackup.comet.browse;

/** {@code PartitionConflict} of the protocol. */
public record PartitionConflict(String partitionA, String partitionB, long size) {}
