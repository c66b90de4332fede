package com.eazybackup.access;

import java.time.Instant;
import java.util.Optional;

/**
 * An open session, as {@link StandingWatch} looks at it.
 *
 * @param standing as it was when the session began
 * @param admin how an administrator stands now; empty for a customer, and for an administrator who
 *     is gone or disabled
 */
record WatchedSession(
        String id,
        Role role,
        int person,
        Instant began,
        String standing,
        Optional<Standing> admin) {}
