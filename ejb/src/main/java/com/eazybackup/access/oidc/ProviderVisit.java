package com.eazybackup.access.oidc;

import java.io.Serializable;

/**
 * That a session began at the provider, kept in it for the way out.
 *
 * @param idToken names the session to the provider when it is to end
 */
record ProviderVisit(String idToken) implements Serializable {

    static final String KEY = ProviderVisit.class.getName();

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "ProviderVisit";
    }
}
