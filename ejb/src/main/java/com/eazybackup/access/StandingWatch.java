package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.OutageLog;
import com.eazybackup.whmcs.UserId;
import com.eazybackup.whmcs.UserStanding;
import com.eazybackup.whmcs.UserStandings;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Ends sessions whose owner no longer stands as when they began: another password, second factor,
 * address or role, somebody who was deleted or disabled, a membership that has gone or allows
 * something else, a client that was closed. WHMCS tells nobody, so it is asked every other second.
 *
 * <p>Cost: each time one query for all open sessions and their administrators, and one for all
 * customers among them (of a thousand each), however many sessions; none while nobody is signed in
 * on this node. While the database is away nothing ends for its sake.
 */
final class StandingWatch {

    private static final Logger LOG = System.getLogger(StandingWatch.class.getName());

    private final Sessions sessions;
    private final SessionTable table;
    private final UserStandings users;
    private final Clock clock;
    private final OutageLog outage =
            new OutageLog(LOG, "Whether people may still be signed in cannot be read");

    StandingWatch(Sessions sessions, SessionTable table, UserStandings users, Clock clock) {
        this.sessions = sessions;
        this.table = table;
        this.users = users;
        this.clock = clock;
    }

    /** Looks once. */
    void look() {
        if (!sessions.anybodyHere()) {
            return;
        }
        try {
            over().forEach((why, ids) -> sessions.endAll(ids, why));
            outage.well();
        } catch (DatabaseUnavailable e) {
            outage.failed(e);
        }
    }

    private Map<SessionEnd, List<String>> over() {
        // The sessions first: somebody who signs in meanwhile has a standing that is newer still.
        List<WatchedSession> open = table.watched();
        Map<UserId, UserStanding> customers = customers(open);
        Instant oldest = clock.instant().minus(sessions.longest());
        Map<SessionEnd, List<String>> over = new EnumMap<>(SessionEnd.class);
        for (WatchedSession session : open) {
            Optional<SessionEnd> end =
                    session.began().isBefore(oldest)
                            ? Optional.of(SessionEnd.LIMIT)
                            : endOf(session, customers);
            end.ifPresent(
                    why -> over.computeIfAbsent(why, w -> new ArrayList<>()).add(session.id()));
        }
        return over;
    }

    private Map<UserId, UserStanding> customers(List<WatchedSession> open) {
        Set<UserId> ids = new HashSet<>();
        for (WatchedSession session : open) {
            if (session.role() == Role.CUSTOMER) {
                ids.add(new UserId(session.person()));
            }
        }
        return ids.isEmpty() ? Map.of() : users.of(ids);
    }

    private static Optional<SessionEnd> endOf(
            WatchedSession session, Map<UserId, UserStanding> customers) {
        Optional<Standing> now =
                session.role() == Role.ADMIN
                        ? session.admin()
                        : Optional.ofNullable(customers.get(new UserId(session.person())))
                                .map(user -> Standing.ofCustomer(user, Standings.clientsOf(user)));
        return now.isEmpty()
                ? Optional.of(SessionEnd.ACCOUNT_CHANGED)
                : now.get().endOf(session.standing());
    }
}
