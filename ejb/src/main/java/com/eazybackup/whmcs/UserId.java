package com.eazybackup.whmcs;

import java.io.Serializable;

/**
 * Somebody who signs in to WHMCS: {@code tblusers.id}. Not a {@link ClientId}: since WHMCS 8 a user
 * acts for any number of clients, and the numbers overlap.
 */
public record UserId(int value) implements Serializable {

    public UserId {
        if (value <= 0) {
            throw new IllegalArgumentException("a user id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
