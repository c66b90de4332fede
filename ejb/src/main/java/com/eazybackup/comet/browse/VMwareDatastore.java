package com.eazybackup.comet.browse;

/** {@code VMwareDatastoreInfo} of the protocol. */
public record VMwareDatastore(String name) {}
