package com.eazybackup.comet.browse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** {@code BrowseVSSResponse} of the protocol. */
public record VssWriters(@JsonProperty("VSSWriters") Map<String, VssWriter> vssWriters) {}
