package com.eazybackup.pulse;

import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.platform.OutageLog;
import com.eazybackup.whmcs.ClientId;
import java.lang.System.Logger;
import java.util.Set;

/**
 * Reads again what those may see who have a stream open. WHMCS tells nobody that a service has
 * moved to another client, has ended or is called otherwise, so it is asked every few seconds.
 *
 * <p>Cost: one query for all viewers of this node, none while there are none. While the database is
 * away nothing new is told to anybody either.
 */
final class ScopeWatch {

    private static final Logger LOG = System.getLogger(ScopeWatch.class.getName());

    private final PulseHub hub;
    private final ClientScopes scopes;
    private final OutageLog outage = new OutageLog(LOG, "What viewers may see cannot be read");

    ScopeWatch(PulseHub hub, ClientScopes scopes) {
        this.hub = hub;
        this.scopes = scopes;
    }

    /** Looks once. */
    void look() {
        Set<ClientId> watched = hub.watched();
        if (watched.isEmpty()) {
            return;
        }
        try {
            hub.look(scopes.of(watched).values());
            outage.well();
        } catch (FleetUnreadable e) {
            outage.failed(e);
        }
    }
}
