package com.eazybackup.comet.browse;

import java.util.List;

/** {@code BrowseProxmoxStorageResponse} of the protocol. */
public record ProxmoxStorages(List<ProxmoxStorage> storage) {}
