package com.eazybackup.comet.user;

/** {@code GetProfileHashResponseMessage} of the protocol. */
public record ProfileHash(String profileHash) {}
