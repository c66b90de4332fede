package com.eazybackup.comet.browse;

/** {@code VMwareNetworkInfo} of the protocol. */
public record VMwareNetwork(String name) {}
