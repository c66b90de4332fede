package com.eazybackup.comet.vault;

import com.fasterxml.jackson.annotation.JsonProperty;

/** {@code AddBucketResponseMessage} of the protocol. */
public record NewBucket(@JsonProperty("NewBucketID") String newBucketId, String newBucketKey) {
    /** Without its secrets. */
    @Override
    public String toString() {
        return "NewBucket[***]";
    }
}
