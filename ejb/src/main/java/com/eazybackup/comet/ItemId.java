package com.eazybackup.comet;

import java.io.Serializable;

/** A protected item: a key of {@code UserProfileConfig.Sources}. */
public record ItemId(String value) implements Serializable {

    public ItemId {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("ItemId is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
