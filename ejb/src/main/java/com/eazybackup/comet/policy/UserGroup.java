package com.eazybackup.comet.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code UserGroup} of the protocol. */
public record UserGroup(
        long createdAt, @JsonProperty("OrganizationID") String organizationId, String name) {}
