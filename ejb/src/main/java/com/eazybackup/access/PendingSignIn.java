package com.eazybackup.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whose password was right and whose second factor is waited for. It is in the session and
 * opens nothing.
 *
 * @param standing what stood there when the password was looked at
 * @param email as typed, for what is counted
 * @param attempts codes that were tried
 */
record PendingSignIn(int admin, Standing standing, String email, Instant since, int attempts)
        implements Serializable {

    static final Duration LONGEST = Duration.ofMinutes(5);
    static final int MOST_ATTEMPTS = 5;

    private static final String KEY = PendingSignIn.class.getName();

    /** Begins to wait, in a session with a new id: one that somebody planted is worth nothing. */
    static void begin(
            HttpServletRequest request,
            Credentials.Finding.Known known,
            String email,
            Instant now) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession()
                .setAttribute(
                        KEY,
                        new PendingSignIn(known.person().id(), known.standing(), email, now, 0));
    }

    static Optional<PendingSignIn> read(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable((PendingSignIn) session.getAttribute(KEY))
                    .filter(pending -> pending.attempts < MOST_ATTEMPTS)
                    .filter(pending -> now.isBefore(pending.since.plus(LONGEST)));
        } catch (IllegalStateException ended) {
            return Optional.empty();
        }
    }

    /** Counts an attempt before it is looked at. */
    void count(HttpServletRequest request) {
        request.getSession()
                .setAttribute(KEY, new PendingSignIn(admin, standing, email, since, attempts + 1));
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEY);
        }
    }
}
