package com.eazybackup.comet.device;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code Office365Credential} of the protocol. */
public record OfficeCredential(
        @JsonProperty("AppID") String appId,
        @JsonProperty("TenantID") String tenantId,
        String secret,
        String appCert,
        String region) {
    /** Without its secrets. */
    @Override
    public String toString() {
        return "OfficeCredential[***]";
    }
}
