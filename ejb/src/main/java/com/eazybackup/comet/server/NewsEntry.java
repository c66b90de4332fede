package com.eazybackup.comet.server;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code NewsEntry} of the protocol. */
public record NewsEntry(
        @JsonProperty("OrganizationID") String organizationId, long dateTime, String textContent) {}
