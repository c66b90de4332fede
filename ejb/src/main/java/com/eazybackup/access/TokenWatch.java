package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.OutageLog;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Ends what programs hold open (event streams) when their key loses its force, and writes when keys
 * were used.
 *
 * <p>Cost: two queries each time for all keys that were used on this node, none when none was; the
 * uses once a minute, in one batch.
 */
final class TokenWatch {

    private static final Logger LOG = System.getLogger(TokenWatch.class.getName());
    private static final Duration USES_EVERY = Duration.ofMinutes(1);

    private final TokenDoor door;
    private final TokenTable table;
    private final EndedSessions ended;
    private final Clock clock;
    private final OutageLog outage =
            new OutageLog(LOG, "Whether keys for programs are good cannot be read");
    private Instant written = Instant.EPOCH;

    TokenWatch(TokenDoor door, TokenTable table, EndedSessions ended, Clock clock) {
        this.door = door;
        this.table = table;
        this.ended = ended;
        this.clock = clock;
    }

    /** Looks once. */
    void look() {
        try {
            ended.tell(door.lost());
            Instant now = clock.instant();
            if (!now.isBefore(written.plus(USES_EVERY))) {
                written = now;
                table.used(door.takeUses());
            }
            outage.well();
        } catch (DatabaseUnavailable e) {
            outage.failed(e);
        }
    }
}
