package com.eazybackup.comet.vault;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code BucketProperties} of the protocol. */
public record BucketProperties(
        @JsonProperty("OrganizationID") String organizationId,
        long createTime,
        long readWriteKeyFormat,
        String readWriteKey,
        SizeMeasurement size) {
    /** Without its secrets. */
    @Override
    public String toString() {
        return "BucketProperties[***]";
    }
}
