package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sessions of the administrator, of accounts, and of accounts in the administrator's hand. */
final class SessionCalls {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Credentials credentials;
    private final SignInNews news;

    SessionCalls(Accounts accounts, Sessions sessions, Credentials credentials, SignInNews news) {
        this.news = news;
        this.accounts = accounts;
        this.sessions = sessions;
        this.credentials = credentials;
    }

    void registerAdmin(Calls calls) {
        calls.add("account/session-start", form -> start(Fleet.ADMIN, true));
        calls.add(
                "account/session-start-as-user",
                form -> {
                    accounts.profile(form);
                    return start(form.text("TargetUser"), false);
                });
        calls.add("account/session-upgrade", this::upgrade);
        calls.add("account/session-revoke", form -> revoke(form, true));
    }

    void registerUserWeb(Calls calls) {
        calls.add("session/start", form -> start(form.text("Username"), false));
        calls.add("session/revoke", form -> revoke(form, false));
    }

    /** Whoever the credentials fit; signing in decided that it is one of both. */
    void registerHybrid(Calls calls) {
        calls.add(
                "session/start",
                form -> {
                    boolean admin = form.text("Username").equals(Fleet.ADMIN);
                    return start(form.text("Username"), admin);
                });
    }

    private ObjectNode start(String username, boolean admin) {
        news.sessionBegins(username, admin);
        return Calls.ok()
                .put("SessionKey", sessions.start(username, admin))
                .put("SessionType", admin ? "admin" : "user");
    }

    private ObjectNode revoke(Form form, boolean admin) {
        news.sessionEnds(form.text("Username"), admin);
        sessions.end(form.text("SessionKey"));
        return Calls.ok();
    }

    /**
     * Here a session never waits for a second step, so there is nothing to complete; but the key
     * must be one.
     */
    private ObjectNode upgrade(Form form) {
        Proof proof = new Proof(Fleet.ADMIN, "SessionKey", "", form.text("SessionKey"), "");
        if (!credentials.accepts(proof)) {
            throw new CallRefused(403, "Permission denied");
        }
        return Calls.ok();
    }
}
