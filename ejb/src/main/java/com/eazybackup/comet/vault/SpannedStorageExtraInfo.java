package com.eazybackup.comet.vault;

import java.util.List;

/** {@code SpannedStorageExtraInfo} of the protocol. */
public record SpannedStorageExtraInfo(List<FreeSpace> targets) {}
