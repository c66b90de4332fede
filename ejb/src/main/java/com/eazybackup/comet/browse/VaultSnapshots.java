package com.eazybackup.comet.browse;

import java.util.List;

/** {@code DispatcherVaultSnapshotsResponse} of the protocol. */
public record VaultSnapshots(List<VaultSnapshot> snapshots) {}
