package com.eazybackup.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The session in which an administrator changes what sessions hang on: it goes on, with a new id
 * and with what there is to do now; all others of the same person end.
 */
@RequestScoped
class SessionOfChange {

    private Sessions sessions;
    private Standings standings;
    private FirstThings firstThings;
    private HttpServletRequest request;

    SessionOfChange() {}

    @Inject
    SessionOfChange(
            Sessions sessions,
            Standings standings,
            FirstThings firstThings,
            HttpServletRequest request) {
        this.sessions = sessions;
        this.standings = standings;
        this.firstThings = firstThings;
        this.request = request;
    }

    /** To be called in the transaction of the change. */
    void goOn(SessionEnd why) {
        Caller caller = CallerSession.read(request).orElseThrow();
        Pass pass = caller.pass();
        standings.renew(caller.person(), pass.id());
        sessions.endAll(Role.ADMIN, caller.userId(), Optional.of(pass.id()), why);
        request.changeSessionId();
        CallerSession.change(request, caller.with(firstThings.limit(caller.person(), pass)));
    }
}
