package com.eazybackup.fleet;

import com.eazybackup.whmcs.ClientId;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the change feed: something that a page shows became different.
 *
 * @param id rises in commit order over all nodes and Comet Servers
 * @param client whose data changed; empty for news of a Comet Server's stream
 * @param kind such as {@code job:start}
 * @param body JSON object, exactly what a viewer gets, without {@code id}, {@code kind} and {@code
 *     t}
 * @param at when it was written
 */
public record FleetChange(
        long id, Optional<ClientId> client, String kind, String body, Instant at) {

    /**
     * The client's groups of devices are others, or what is in them. All who look at it may know.
     */
    public static final String GROUPS = "groups";

    /** A change that has no place in the feed yet. */
    public record Draft(Optional<ClientId> client, String kind, String body) {

        public static Draft of(ClientId client, String kind, String body) {
            return new Draft(Optional.of(client), kind, body);
        }

        public static Draft ofStream(String body) {
            return new Draft(Optional.empty(), "stream", body);
        }
    }
}
