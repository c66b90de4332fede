package com.eazybackup.comet.user;

/** {@code InstallTokenResponse} of the protocol. */
public record InstallTokenAnswer(InstallToken installToken) {}
