package com.eazybackup.comet.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/** {@code OrganizationResponse} of the protocol. */
public record OrganizationAnswer(@JsonProperty("ID") String id, JsonNode organization) {

    /** A tenant's settings hold passwords of mail servers. */
    @Override
    public String toString() {
        return "OrganizationAnswer[" + id + ", ***]";
    }
}
