package com.eazybackup.ingest;

import java.time.Duration;
import java.util.Set;

/**
 * How much a list of connections is believed of a device that is missing in it.
 *
 * @param strikes how many lists in a row a device must be missing in until it is offline
 * @param strikesOfMany the same where it lacks many ({@link PresenceRule#many})
 * @param doubted how many lists before this one were very short, in a row
 * @param about devices of which something was heard, so that the list is believed of them at once,
 *     and of others not at all; empty for all devices
 * @param activeOnly whether users without an active service are left out
 * @param apart how long after a miss another one counts
 */
record Patience(
        int strikes,
        int strikesOfMany,
        int doubted,
        Set<String> about,
        boolean activeOnly,
        Duration apart) {

    /** Longer than a strike is kept: where one counts already, another one adds nothing. */
    private static final Duration EVER = Duration.ofDays(36_500);

    private static final int NEVER = Integer.MAX_VALUE;

    /**
     * What was missed while nobody listened is believed as it is listed, unless that is much at
     * once: then each miss is only the first one, and the lists that are read by the clock decide.
     */
    static Patience atOnce() {
        return new Patience(1, NEVER, 0, Set.of(), false, EVER);
    }

    /** A list that is read because something was heard of these devices. */
    static Patience about(Set<String> devices) {
        return new Patience(1, 1, 0, Set.copyOf(devices), false, Duration.ZERO);
    }

    /** A list that is read by the clock. */
    static Patience of(int strikes, int doubted, Duration apart) {
        return new Patience(strikes, strikes, doubted, Set.of(), true, apart);
    }

    /** A list that is read with all the others of a server, once a night. */
    static Patience nightly(int strikes, Duration apart) {
        return new Patience(strikes, strikes, 0, Set.of(), false, apart);
    }

    /**
     * Whether a miss is too soon after the last one to say more than that did. One that lies in the
     * future is of a clock that has been set back.
     */
    boolean isTooSoon(long lastMs, long nowMs) {
        return nowMs >= lastMs && nowMs - lastMs < apart.toMillis();
    }

    /**
     * @param online how many devices are shown online
     * @param missing how many of those the list lacks
     * @return how many lists in a row a device must be missing in, with this one
     */
    int strikes(int online, int missing) {
        return PresenceRule.many(online, missing) ? strikesOfMany : strikes;
    }

    boolean aboutAll() {
        return about.isEmpty();
    }

    boolean isAbout(String device) {
        return about.isEmpty() || about.contains(device);
    }
}
