package com.eazybackup.comet.vault;

/** {@code B2TransactionTotals} of the protocol. */
public record B2TransactionTotals(long classA, long classB, long classC) {}
