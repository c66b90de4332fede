package com.eazybackup.comet.vault;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code SharedStorageQuota} of the protocol. */
public record SharedQuota(
        String description,
        @JsonProperty("OrganizationID") String organizationId,
        long limitBytes) {}
