package com.eazybackup.comet;

import java.io.Serializable;

/** A live connection of a device, new each time it connects; calls name it TargetID. */
public record ConnectionId(String value) implements Serializable {

    public ConnectionId {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("ConnectionId is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
