package com.eazybackup.comet.browse;

import java.util.List;

/** {@code BrowseVMwareDatastoresResponse} of the protocol. */
public record VMwareDatastores(List<VMwareDatastore> datastores) {}
