package com.eazybackup.comet.user;

/** {@code AdminOptions} of the protocol. */
public record WriteOptions(PolicyOptions policy) {}
