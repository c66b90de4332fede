package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Administrators' looks at clients' portals, as they are in the session.
 *
 * <p>Guarantee: none lasts longer than {@code EB_VIEW_AS_MINUTES}, on whatever node and with
 * whatever is asked; one that cannot be written to the audit trail does not begin. Limit: when the
 * session is ended elsewhere or lapses, the trail has the look's begin alone.
 */
@ApplicationScoped
class Viewings {

    private static final Logger LOG = System.getLogger(Viewings.class.getName());
    private static final String UNTIL = "com.eazybackup.access.viewing-until";

    private AuditTrail audit;
    private Settings settings;
    private Clock clock;

    Viewings() {}

    @Inject
    Viewings(AuditTrail audit, Settings settings, Clock clock) {
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    Caller begin(HttpServletRequest request, Caller admin, ClientSummary client, String reason) {
        Caller viewer = admin.lookingAt(client);
        write(request, viewer, Action.VIEW_AS, reason, "ok");
        Duration longest = Duration.ofMinutes(settings.number(Setting.EB_VIEW_AS_MINUTES));
        request.getSession().setAttribute(UNTIL, clock.instant().plus(longest));
        CallerSession.change(request, viewer);
        return viewer;
    }

    /**
     * @return the caller, who looks at nobody's portal any more when the time is over
     */
    Caller stillOf(HttpServletRequest request, Caller caller) {
        boolean over =
                caller.viewing() && !until(request).filter(clock.instant()::isBefore).isPresent();
        if (!over) {
            return caller;
        }
        try {
            return end(request, caller, "time-over");
        } catch (DatabaseUnavailable e) {
            // It has ended all the same: what was asked meanwhile must not fail for a line.
            LOG.log(Level.WARNING, "The end of a look at a client is not written down", e);
            return caller.lookingAt(null);
        }
    }

    Caller end(HttpServletRequest request, Caller viewer, String result) {
        Caller admin = viewer.lookingAt(null);
        CallerSession.change(request, admin);
        write(request, viewer, Action.STOP_VIEWING, "", result);
        return admin;
    }

    /**
     * @return empty when that is not known, which is as if the time were over
     */
    static Optional<Instant> until(HttpServletRequest request) {
        return CallerSession.attribute(request, UNTIL, Instant.class);
    }

    private void write(
            HttpServletRequest request,
            Caller viewer,
            Action action,
            String target,
            String result) {
        audit.record(
                AuditEntry.of(
                        viewer,
                        action.code(),
                        target,
                        result,
                        Optional.empty(),
                        CallerAddress.of(request)));
    }
}
