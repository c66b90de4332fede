package com.eazybackup.whmcs;

import java.io.Serializable;

/**
 * A customer in WHMCS: {@code tblclients.id}. The tenant of everything that the portal shows; no
 * read is made without one.
 */
public record ClientId(int value) implements Serializable {

    public ClientId {
        if (value <= 0) {
            throw new IllegalArgumentException("a client id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
