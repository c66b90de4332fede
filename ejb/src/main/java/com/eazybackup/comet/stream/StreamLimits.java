package com.eazybackup.comet.stream;

import java.time.Duration;

/**
 * How long to wait for what.
 *
 * @param connect for the socket and its upgrade
 * @param signIn for the answer to the five frames
 * @param idle after so long without a frame the connection counts as dead
 * @param firstEvent after so long without one an accepted connection is reported
 * @param ping how often the other side is asked whether it is there
 * @param pong a side that has answered once and then not for so long is gone
 */
public record StreamLimits(
        Duration connect,
        Duration signIn,
        Duration idle,
        Duration firstEvent,
        Duration ping,
        Duration pong) {

    /** The house's values for what has no setting. */
    public static StreamLimits of(Duration signIn, Duration idle, Duration firstEvent) {
        return new StreamLimits(
                Duration.ofSeconds(15),
                signIn,
                idle,
                firstEvent,
                Duration.ofSeconds(15),
                Duration.ofSeconds(45));
    }
}
