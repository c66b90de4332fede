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
        /** Signed in, on the right side, but without the permission. */
        NOT_ALLOWED("Your role does not allow this. Ask the owner of the account."),
        /** A program, whose key is for less. */
        NOT_IN_SCOPE("This key does not allow this."),
        /** An administrator's session that is for one's own account alone, for now. */
        FIRST_THINGS_FIRST(
                "Look after your own sign-in first: set a new password, or the second factor."),
        /** An administrator looks at a client's portal, which changes nothing there. */
        VIEWING("You see this portal as support. Nothing can be changed."),
        /** An administrator's look at a client's portal has ended since the page was made. */
        VIEWING_ENDED("You no longer see this client's portal."),
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
