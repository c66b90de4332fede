package com.eazybackup.access;

import jakarta.ejb.ApplicationException;

/**
 * The caller may not do this. The web turns the reason into a problem answer or a redirect; the
 * message is fit for a customer.
 */
@ApplicationException(rollback = true)
public class AccessRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, in the terms that the web maps. */
    public enum Reason {
        /** Nobody is signed in. */
        UNAUTHENTICATED("Please sign in."),
        /** Signed in for several clients, none chosen yet. */
        NO_CLIENT_CHOSEN("Choose a client first."),
        /** The session acts for another client than the page that asks was made for. */
        OTHER_CLIENT("Another client was chosen meanwhile, perhaps in another tab."),
        /** Signed in, but acts for no client: an admin, or a user without one. */
        NO_CLIENT("This account has no client of its own."),
        /** Signed in, but for the portal's own people alone. */
        NO_ADMIN("Only administrators of the portal may do this."),
        /** Somebody else's, or not there at all: the answer is the same. */
        NOT_FOUND("There is nothing at this address.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;

    public AccessRefused(Reason reason) {
        super(reason.sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
