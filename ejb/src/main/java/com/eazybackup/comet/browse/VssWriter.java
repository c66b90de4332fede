package com.eazybackup.comet.browse;

import java.util.List;

/** {@code VSSWriterInfo} of the protocol. */
public record VssWriter(String displayName, List<VssComponent> components) {}
