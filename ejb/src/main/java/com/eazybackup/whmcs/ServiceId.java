package com.eazybackup.whmcs;

import java.io.Serializable;

/** A service that a client buys: {@code tblhosting.id}. One Comet service is one Comet user. */
public record ServiceId(int value) implements Serializable {

    public ServiceId {
        if (value <= 0) {
            throw new IllegalArgumentException("a service id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
