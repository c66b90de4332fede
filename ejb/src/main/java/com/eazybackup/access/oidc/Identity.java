package com.eazybackup.access.oidc;

import java.util.Optional;

/**
 * Somebody whom the provider vouches for, every check passed.
 *
 * @param email the address that names the WHMCS user, and that is theirs as far as we are told to
 *     believe it
 * @param idToken as it came, for the end of the session
 */
record Identity(String subject, Optional<String> session, String email, String idToken) {

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "Identity[" + subject + "]";
    }
}
