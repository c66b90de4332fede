package com.eazybackup.comet.device;

import java.util.Map;

/** {@code DispatcherAdminSourcesResponse} of the protocol. */
public record ImportSources(Map<String, String> importSources) {}
