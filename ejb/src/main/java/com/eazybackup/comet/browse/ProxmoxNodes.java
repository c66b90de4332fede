package com.eazybackup.comet.browse;

import java.util.List;

/** {@code BrowseProxmoxNodesResponse} of the protocol. */
public record ProxmoxNodes(List<String> nodes) {}
