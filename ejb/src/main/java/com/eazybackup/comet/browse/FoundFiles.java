package com.eazybackup.comet.browse;

import java.util.List;
import java.util.Map;

/** {@code SearchSnapshotsResponse} of the protocol. */
public record FoundFiles(Map<String, List<FoundFile>> snapshotFiles) {}
