package com.eazybackup.comet.browse;

import java.util.Map;

/** {@code BrowseSQLServerResponse} of the protocol. */
public record Databases(Map<String, String> objects) {}
