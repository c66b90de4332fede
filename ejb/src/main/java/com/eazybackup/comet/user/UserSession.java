package com.eazybackup.comet.user;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometUsername;

/**
 * A session of a user, begun by the administrator without the password. Close it: the server keeps
 * one for half an hour otherwise.
 */
public final class UserSession implements AutoCloseable {

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

    @Override
    public void close() throws CometException {
        calls.revoke();
    }
}
