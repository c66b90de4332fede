package com.eazybackup.comet.software;

/** {@code AvailableDownload} of the protocol. */
public record AvailableDownload(String category, String description, boolean recommended) {}
