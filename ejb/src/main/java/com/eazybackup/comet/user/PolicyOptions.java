package com.eazybackup.comet.user;

import java.util.List;

/** {@code PolicyOptions} of the protocol. */
public record PolicyOptions(List<String> deleteSources) {}
