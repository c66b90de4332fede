package com.eazybackup.access.oidc;

import java.io.Serializable;
import java.time.Instant;

/**
 * A sign-in that has been sent to the provider and has not come back.
 *
 * @param verifier of PKCE
 * @param next the page to go on to, one of ours, or empty
 */
record PendingSignIn(String state, String nonce, String verifier, String next, Instant until)
        implements Serializable {

    /** Leaves out what must not be known. */
    @Override
    public String toString() {
        return "PendingSignIn[until " + until + "]";
    }
}
