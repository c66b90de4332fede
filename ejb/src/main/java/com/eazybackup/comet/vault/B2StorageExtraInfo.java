package com.eazybackup.comet.vault;

import java.util.Map;

/** {@code B2StorageExtraInfo} of the protocol. */
public record B2StorageExtraInfo(
        Map<String, B2TransactionTotals> totalTransactionsInTimeInterval) {}
