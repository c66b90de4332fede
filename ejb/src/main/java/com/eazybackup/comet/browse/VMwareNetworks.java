package com.eazybackup.comet.browse;

import java.util.List;

/** {@code BrowseVMwareNetworksResponse} of the protocol. */
public record VMwareNetworks(List<VMwareNetwork> networks) {}
