package com.eazybackup.comet.browse;

/** {@code EDBFileInfo} of the protocol. */
public record ExchangeDatabase(
        String name, String guid, String serverName, boolean circularLoggingEnabled) {}
