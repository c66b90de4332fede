package com.eazybackup.comet;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;

/** A snapshot in a storage vault. */
public record SnapshotId(@JsonValue String value) implements Serializable {

    public SnapshotId {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("SnapshotId is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
