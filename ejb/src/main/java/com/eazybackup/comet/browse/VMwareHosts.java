package com.eazybackup.comet.browse;

import java.util.List;

/** {@code BrowseVMwareHostsResponse} of the protocol. */
public record VMwareHosts(List<VMwareHost> hosts) {}
