package com.eazybackup.comet;

import java.io.Serializable;

/**
 * The name of a configured Comet Server, such as {@code cometbackup}: the WHMCS server group of
 * that name, and {@code server_id} in the job tables.
 */
public record ProfileName(String value) implements Serializable {

    public ProfileName {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("ProfileName is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
