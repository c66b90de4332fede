package com.eazybackup.comet.browse;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code VMDKSnapshotViewOptions} of the protocol. */
public record DiskImageView(
        boolean enabled,
        @JsonProperty("PartitionGUID") String partitionGuid,
        String listPath,
        String partitionName) {}
