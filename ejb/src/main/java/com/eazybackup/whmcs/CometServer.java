package com.eazybackup.whmcs;

import java.net.URI;

/**
 * Where a Comet Server is and how to sign in to its Admin API, as WHMCS has it.
 *
 * @param origin scheme, host and port, no path
 */
public record CometServer(URI origin, String username, String password) {

    /** Without the password: this may be logged. */
    @Override
    public String toString() {
        return "CometServer[" + origin + ", " + username + "]";
    }
}
