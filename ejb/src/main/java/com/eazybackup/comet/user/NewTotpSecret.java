package com.eazybackup.comet.user;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code TotpRegeneratedResponse} of the protocol. */
public record NewTotpSecret(String image, @JsonProperty("URL") String url, String profileHash) {}
