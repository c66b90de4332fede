package com.eazybackup.comet.browse;

import java.util.List;

/** {@code BrowseEDBResponse} of the protocol. */
public record ExchangeDatabases(List<ExchangeDatabase> databases) {}
