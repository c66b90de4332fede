package com.eazybackup.simulator.comet;

/** Sessions of the administrator's own account. */
final class SessionCalls {

    private final Credentials credentials;

    SessionCalls(Credentials credentials) {
        this.credentials = credentials;
    }

    void register(Calls calls) {
        calls.add(
                "account/session-start",
                form ->
                        Calls.ok()
                                .put("SessionKey", credentials.newSession())
                                .put("SessionType", "admin"));
        calls.add(
                "account/session-revoke",
                form -> {
                    credentials.endSession(form.text("SessionKey"));
                    return Calls.ok();
                });
    }
}
