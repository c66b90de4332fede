package com.eazybackup.access.oidc;

import com.eazybackup.access.Caller;
import com.eazybackup.platform.Reference;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What becomes of a browser on its way through the provider. */
public sealed interface OpenIdOutcome {

    /** To the provider now. */
    record SentOn(URI provider) implements OpenIdOutcome {}

    /**
     * Signed in; the session holds the caller and has a new id.
     *
     * @param next the page that was asked for, one of ours, or empty
     */
    record Welcome(Caller caller, String next) implements OpenIdOutcome {}

    /**
     * Not let in: nobody here knows the person, or the provider's word is not good.
     *
     * @param reference in the log, with the reason, where the provider's word was not good
     */
    record Refused(Optional<Reference> reference) implements OpenIdOutcome {}

    /** The person turned back at the provider. */
    record Cancelled() implements OpenIdOutcome {}

    /** Begun in another browser, too long ago, or finished before. */
    record Stale() implements OpenIdOutcome {}

    /** The provider does not answer. */
    record Unreachable(Reference reference) implements OpenIdOutcome {}

    record TooMany(Duration retryAfter) implements OpenIdOutcome {}
}
