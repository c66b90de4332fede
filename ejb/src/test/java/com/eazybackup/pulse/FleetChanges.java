package com.eazybackup.pulse;

import com.eazybackup.fleet.FleetChange;
import com.eazybackup.whmcs.ClientId;
import java.time.Instant;
import java.util.Optional;

/** Lines of the change feed as the tests of the pulse need them. */
final class FleetChanges {

    private FleetChanges() {}

    static FleetChange of(long id, Optional<ClientId> client, String kind, String body) {
        return new FleetChange(id, client, kind, body, Instant.parse("2026-07-15T12:00:00Z"));
    }
}
