package com.eazybackup.comet.browse;

/** {@code VMwareHostInfo} of the protocol. */
public record VMwareHost(String name) {}
