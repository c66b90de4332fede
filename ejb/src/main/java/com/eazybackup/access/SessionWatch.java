package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.OutageLog;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Learns what other nodes have ended, ends what has lasted too long, and writes when sessions were
 * seen, and what ended here while the database was away.
 *
 * <p>Cost: one query by a key each time; a handful more every half minute. While the database is
 * away nothing is learnt, and what was ended before stays ended.
 */
final class SessionWatch {

    private static final Logger LOG = System.getLogger(SessionWatch.class.getName());

    /** Clocks of nodes differ, and a transaction may commit late. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private static final Duration HOUSEKEEPING = Duration.ofSeconds(30);

    private static final Duration KEPT = Duration.ofDays(30);

    private final Sessions sessions;
    private final SessionTable table;
    private final EndedSessions ended;
    private final Clock clock;
    private final OutageLog outage = new OutageLog(LOG, "Which sessions have ended cannot be read");

    private Instant from;
    private Instant housekept = Instant.EPOCH;

    SessionWatch(Sessions sessions, SessionTable table, EndedSessions ended, Clock clock) {
        this.sessions = sessions;
        this.table = table;
        this.ended = ended;
        this.clock = clock;
        this.from = clock.instant().minus(sessions.longest());
    }

    /** Looks once. */
    void look() {
        Instant now = clock.instant();
        try {
            sessions.writeDown();
            if (!now.isBefore(housekept.plus(HOUSEKEEPING))) {
                keepHouse(now);
                housekept = now;
            }
            ended.add(table.endedSince(from));
            from = now.minus(OVERLAP);
            outage.well();
        } catch (DatabaseUnavailable e) {
            outage.failed(e);
        }
    }

    private void keepHouse(Instant now) {
        table.seen(sessions.takeSeen());
        table.expire(
                now,
                now.minus(sessions.longest()),
                now.minus(sessions.idle()).minus(Sessions.IDLE_MARGIN));
        table.forget(now.minus(KEPT));
        ended.forgetOlderThan(sessions.longest().plusHours(1));
    }
}
