package com.eazybackup.comet.browse;

import java.util.List;

/** {@code PVEStorageName} of the protocol. */
public record ProxmoxStorage(String name, String type, List<String> content) {}
