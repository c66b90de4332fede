package com.eazybackup.access;

import com.eazybackup.platform.Reference;

/** What came of asking an identity provider who somebody is. */
public sealed interface ProviderWord {

    /**
     * The provider vouches for somebody, and every check of its word has passed.
     *
     * @param issuer the provider
     * @param subject its name for the person
     * @param session its name for the session, or empty
     * @param email the person's address, as verified
     */
    record Vouched(String issuer, String subject, String session, String email)
            implements ProviderWord {}

    /** Nobody knows: the provider did not answer. The reference is in the log. */
    record Unreachable(Reference reference) implements ProviderWord {}

    /** What it said must not be believed. The reference is in the log, with the reason. */
    record Unbelievable(Reference reference) implements ProviderWord {}
}
