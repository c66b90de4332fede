package com.eazybackup.comet.vault;

/** {@code SetSharedStorageQuotaResponse} of the protocol. */
public record SharedQuotaHash(String sharedStorageQuotaHash) {}
