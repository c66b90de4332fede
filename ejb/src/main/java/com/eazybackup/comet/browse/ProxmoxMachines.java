package com.eazybackup.comet.browse;

import java.util.List;

/** {@code BrowseProxmoxResponse} of the protocol. */
public record ProxmoxMachines(List<ProxmoxMachine> vMs) {}
