package com.eazybackup.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A second factor that is being set up: in the session, sealed, until the app has shown a code. */
record PendingFactor(int admin, String sealed, Instant since) implements Serializable {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final String KEY = PendingFactor.class.getName();

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(KEY, this);
    }

    static Optional<PendingFactor> read(HttpServletRequest request, int admin, Instant now) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((PendingFactor) session.getAttribute(KEY))
                        .filter(pending -> pending.admin == admin)
                        .filter(pending -> now.isBefore(pending.since.plus(LONGEST)));
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEY);
        }
    }
}
