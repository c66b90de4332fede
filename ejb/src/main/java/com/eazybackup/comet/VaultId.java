package com.eazybackup.comet;

import java.io.Serializable;

/** A storage vault: a key of {@code UserProfileConfig.Destinations}. */
public record VaultId(String value) implements Serializable {

    public VaultId {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("VaultId is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
