package com.eazybackup.comet;

import java.io.Serializable;

/**
 * A device as Comet names it (40 hex digits in practice). Not unique: one machine may be registered
 * under several users, so it is only ever used with one.
 */
public record DeviceId(String value) implements Serializable {

    public DeviceId {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("DeviceId is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
