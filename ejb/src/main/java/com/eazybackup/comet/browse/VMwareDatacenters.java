package com.eazybackup.comet.browse;

import java.util.List;

/** {@code BrowseVMwareDatacentersResponse} of the protocol. */
public record VMwareDatacenters(List<VMwareDatacenter> datacenters) {}
