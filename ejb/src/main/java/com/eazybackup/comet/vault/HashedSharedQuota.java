package com.eazybackup.comet.vault;

/** {@code GetSharedStorageQuotaResponse} of the protocol. */
public record HashedSharedQuota(
        SharedQuota sharedStorageQuota, String sharedStorageQuotaHash, long currentUsage) {}
