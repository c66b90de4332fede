package com.eazybackup.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Where the session keeps the caller. Never makes a session for somebody who has none. */
final class CallerSession {

    private static final String KEY = Caller.class.getName();

    private CallerSession() {}

    static Optional<Caller> read(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable((Caller) session.getAttribute(KEY));
        } catch (IllegalStateException ended) {
            return Optional.empty(); // signed out in another tab while this request ran
        }
    }

    static void write(HttpSession session, Caller caller) {
        session.setAttribute(KEY, caller);
    }
}
