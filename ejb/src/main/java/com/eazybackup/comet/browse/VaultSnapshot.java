package com.eazybackup.comet.browse;

import java.util.List;

/** {@code VaultSnapshot} of the protocol. */
public record VaultSnapshot(
        String snapshot,
        String engineType,
        String source,
        long createTime,
        boolean hasOriginalPathInfo,
        List<String> tags) {}
