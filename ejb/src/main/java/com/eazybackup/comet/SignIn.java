package com.eazybackup.comet;

import com.eazybackup.comet.CometException.Kind;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Signs calls in. A password goes with each call: nothing can expire. An account that needs a
 * one-time code, which is good for one call, gets a session with it, and another one when that has
 * ended.
 */
final class SignIn {

    private static final String START = CallsOf.ADMIN + "account/session-start";

    private static final String VERSION = CallsOf.ADMIN + "meta/version";

    private final CometCredentials credentials;
    private final CometTransport transport;
    private final Clock clock;
    private String sessionKey = "";
    private String lastCode = "";

    SignIn(CometCredentials credentials, CometTransport transport, Clock clock) {
        this.credentials = credentials;
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * @return the fields that go with the next call
     */
    synchronized Map<String, String> fields() throws CometException {
        if (!credentials.needCode()) {
            return credentials.fields(clock.instant());
        }
        if (sessionKey.isEmpty()) {
            sessionKey = start();
        }
        return CometCredentials.session(credentials.username(), sessionKey).fields(clock.instant());
    }

    /**
     * What was sent was not accepted.
     *
     * @return whether it makes sense to try once more: the session has ended
     */
    boolean hasEnded(Map<String, String> sent) throws CometException {
        if (!credentials.needCode() || stillGood(sent)) {
            return false;
        }
        synchronized (this) {
            if (sessionKey.equals(sent.get("SessionKey"))) {
                sessionKey = "";
            }
        }
        return true;
    }

    /** Whether only that one call was refused: the session goes on, and no code is spent. */
    private boolean stillGood(Map<String, String> sent) throws CometException {
        Map<String, String> form =
                CometCredentials.session(credentials.username(), sent.get("SessionKey"))
                        .fields(clock.instant());
        try (CometAnswer answer = transport.post(VERSION, form, CallKind.CHECK, true)) {
            return answer.object().isObject();
        } catch (CometException e) {
            if (e.kind() == Kind.WRONG_CREDENTIALS) {
                return false;
            }
            throw e;
        }
    }

    private String start() throws CometException {
        String code = credentials.code(clock.instant());
        if (code.equals(lastCode)) {
            // A code is good for one sign-in; a second one counts as an attack.
            throw new CometException(
                    Kind.BUSY, 0, "The next one-time code is due within half a minute.");
        }
        lastCode = code;
        Map<String, String> form = new HashMap<>(credentials.fields(clock.instant()));
        form.put("SelfAddress", transport + "/");
        try (CometAnswer answer = transport.post(START, form, CallKind.PLAIN, false)) {
            String key = Wire.text(answer.object(), "SessionKey");
            if (key.isEmpty()) {
                throw new CometException(Kind.UNREADABLE, 0, "A session without a key.");
            }
            return key;
        }
    }
}
