package com.eazybackup.comet.server;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code ExternalAuthenticationSourceDisplay} of the protocol. */
public record ExternalAuthenticationSourceDisplay(
        String displayName, @JsonProperty("LoginStartURL") String loginStartUrl) {}
