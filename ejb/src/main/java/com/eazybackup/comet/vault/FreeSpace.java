package com.eazybackup.comet.vault;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code StorageFreeSpaceInfo} of the protocol. */
public record FreeSpace(
        boolean unlimited,
        JsonNode usedPercent,
        long availableBytes,
        SpannedStorageExtraInfo spanned,
        B2StorageExtraInfo b2) {}
