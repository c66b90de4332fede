package com.eazybackup.comet.user;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometUsername;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * A session of a user, begun by the administrator without the password. Close it: the server keeps
 * one for half an hour otherwise.
 */
public final class UserSession implements AutoCloseable {

    private static final Logger LOG = System.getLogger(UserSession.class.getName());

    private final UserWebCalls calls;

    private UserSession(UserWebCalls calls) {
        this.calls = calls;
    }

    public static UserSession open(CometClient server, CometUsername user) throws CometException {
        SessionKey session = server.calls(UserCalls.class).startSession(user);
        return new UserSession(server.callsAs(user, session.sessionKey(), UserWebCalls.class));
    }

    public UserWebCalls calls() {
        return calls;
    }

    /** What was done in the session stands, also when the server could not be told of its end. */
    @Override
    public void close() {
        try {
            calls.revoke();
        } catch (CometException e) {
            LOG.log(Level.DEBUG, "A session ends by itself: {0}", e.getMessage());
        }
    }
}
