package com.eazybackup.comet.stream;

import java.time.Duration;

/**
 * How long to wait for what.
 *
 * @param connect for the socket and its upgrade
 * @param signIn for the answer to the five frames
 * @param idle after so long without a frame the connection counts as dead
 * @param firstEvent after so long without one an accepted connection is reported
 * @param silences so many connections in a row must go silent until that is reported
 * @param ping how often the other side is asked whether it is there
 * @param pong a side that has answered once and then not for so long is gone
 * @param unauthorised how long credentials that were not accepted are left alone
 * @param recheck how often others are looked for meanwhile
 * @param largestFrame in bytes; a larger one ends the connection
 * @param pause the unit of the pauses between attempts
 */
public record StreamLimits(
        Duration connect,
        Duration signIn,
        Duration idle,
        Duration firstEvent,
        int silences,
        Duration ping,
        Duration pong,
        Duration unauthorised,
        Duration recheck,
        int largestFrame,
        Duration pause) {

    /** A profile of a large account is a frame of some megabytes. */
    private static final int LARGEST_FRAME = 32 * 1024 * 1024;

    /** The house's values for what has no setting. */
    public static StreamLimits of(
            Duration signIn, Duration idle, Duration firstEvent, int silences) {
        return new StreamLimits(
                Duration.ofSeconds(15),
                signIn,
                idle,
                firstEvent,
                silences,
                Duration.ofSeconds(15),
                Duration.ofSeconds(45),
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                LARGEST_FRAME,
                Duration.ofSeconds(1));
    }
}
