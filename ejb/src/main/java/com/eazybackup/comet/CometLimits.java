package com.eazybackup.comet;

import java.time.Duration;

/**
 * When a Comet Server is left alone.
 *
 * @param calls how many of the last calls are looked at
 * @param failed so many per cent of them without an answer, and the server is left alone
 * @param rest for how long; then a few calls try whether it is back
 * @param refused how long credentials that were not accepted are not used: more attempts can lock
 *     the account out
 */
public record CometLimits(int calls, int failed, Duration rest, Duration refused) {

    /** The house's values. */
    public static CometLimits standard() {
        return new CometLimits(10, 50, Duration.ofSeconds(10), Duration.ofMinutes(2));
    }
}
