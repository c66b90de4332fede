package com.eazybackup.comet.browse;

/** {@code VMwareDatacenterInfo} of the protocol. */
public record VMwareDatacenter(String name) {}
