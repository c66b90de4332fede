package com.eazybackup.comet.browse;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code PVEDisk} of the protocol. */
public record ProxmoxDisk(
        String device,
        long deviceNum,
        @JsonProperty("StorageID") String storageId,
        String volume,
        long size,
        String format,
        String options) {}
