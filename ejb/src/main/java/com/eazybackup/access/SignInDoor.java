package com.eazybackup.access;

import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;

/** The one way in and out of the portal, for the sign-in page and the API alike. */
@ApplicationScoped
public class SignInDoor {

    /** Checks the password and, when it is right, puts the caller into a session with a new id. */
    public SignInOutcome signIn(HttpServletRequest request, String email, String password) {
        return new SignInOutcome.Refused();
    }

    /**
     * Chooses which of the caller's clients this session acts for.
     *
     * @throws AccessRefused when nobody is signed in, or the client is none of the caller's
     */
    public Caller chooseClient(HttpServletRequest request, ClientId client) {
        throw new AccessRefused(AccessRefused.Reason.NOT_FOUND);
    }

    /** Ends the session; nothing happens when there is none. */
    public void signOut(HttpServletRequest request) {}
}
