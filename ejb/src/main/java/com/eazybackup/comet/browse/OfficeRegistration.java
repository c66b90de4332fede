package com.eazybackup.comet.browse;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code RegisterOfficeApplicationBeginResponse} of the protocol. */
public record OfficeRegistration(
        String continuation,
        @JsonProperty("VerificationURL") String verificationUrl,
        String userCode) {}
