package com.eazybackup.access.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sign-ins under way, kept in the browser's own session: an answer that comes with another browser,
 * for the second time or too late finds nothing.
 */
final class PendingSignIns {

    static final Duration LIFE = Duration.ofMinutes(10);
    private static final int TABS = 4;
    private static final String KEY = PendingSignIn.class.getName();

    private final Clock clock;

    PendingSignIns(Clock clock) {
        this.clock = clock;
    }

    void keep(HttpServletRequest request, PendingSignIn pending) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            session = request.getSession(true);
            session.setMaxInactiveInterval(Math.toIntExact(LIFE.toSeconds()));
        }
        synchronized (this) {
            List<PendingSignIn> all = read(session);
            all.add(pending);
            while (all.size() > TABS) {
                all.remove(0);
            }
            session.setAttribute(KEY, new ArrayList<>(all));
        }
    }

    /** Finds it and takes it away, so that nobody finds it again. */
    Optional<PendingSignIn> take(HttpServletRequest request, String state) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        synchronized (this) {
            List<PendingSignIn> all = read(session);
            Optional<PendingSignIn> found =
                    all.stream().filter(pending -> pending.state().equals(state)).findFirst();
            found.ifPresent(all::remove);
            session.setAttribute(KEY, new ArrayList<>(all));
            return found.filter(pending -> clock.instant().isBefore(pending.until()));
        }
    }

    private static List<PendingSignIn> read(HttpSession session) {
        List<PendingSignIn> all = new ArrayList<>();
        if (session.getAttribute(KEY) instanceof List<?> kept) {
            kept.forEach(one -> all.add((PendingSignIn) one));
        }
        return all;
    }
}
