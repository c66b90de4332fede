package com.eazybackup.comet;

import java.io.Serializable;

/** A Comet user name. Case-sensitive on the Comet Server, so it is compared exactly. */
public record CometUsername(String value) implements Serializable {

    public CometUsername {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("CometUsername is empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
