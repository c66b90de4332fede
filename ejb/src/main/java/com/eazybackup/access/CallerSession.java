package com.eazybackup.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;

/** Where the session keeps the caller. Never makes a session for somebody who has none. */
final class CallerSession {

    private static final String KEY = Caller.class.getName();

    private CallerSession() {}

    static Optional<Caller> read(HttpServletRequest request) {
        return attribute(request, KEY, Caller.class);
    }

    static <T> Optional<T> attribute(HttpServletRequest request, String name, Class<T> type) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(type.cast(session.getAttribute(name)));
        } catch (IllegalStateException ended) {
            return Optional.empty(); // signed out in another tab while this request ran
        }
    }

    /**
     * Starts a session for somebody who has just signed in.
     *
     * @param idle after this time without a request the session ends
     */
    static void begin(HttpServletRequest request, Caller caller, Duration idle) {
        HttpSession before = request.getSession(false);
        if (before != null && read(request).isPresent()) {
            before.invalidate(); // nothing of the former caller may stay
        } else if (before != null) {
            request.changeSessionId(); // an id that somebody planted opens nothing
        }
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
        session.setAttribute(KEY, caller);
    }

    /** The same person goes on with another client. */
    static void change(HttpServletRequest request, Caller caller) {
        request.getSession().setAttribute(KEY, caller);
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
