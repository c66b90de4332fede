package com.eazybackup.comet.vault;

import java.util.Map;

/** {@code ListSharedStorageQuotaResponse} of the protocol. */
public record SharedQuotas(Map<String, SharedQuota> entries) {}
