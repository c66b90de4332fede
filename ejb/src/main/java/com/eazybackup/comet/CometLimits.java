package com.eazybackup.comet;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * How long a Comet Server is waited for, and when it is left alone.
 *
 * @param calls how many of the last calls are looked at
 * @param failed so many per cent of them without an answer, and the server is left alone
 * @param rest for how long; then a few calls try whether it is back
 * @param refused how long credentials that were not accepted are not used: more attempts can lock
 *     the account out
 * @param patience makes of a kind's limit how long it is really waited for
 */
public record CometLimits(
        int calls, int failed, Duration rest, Duration refused, UnaryOperator<Duration> patience) {

    /** The house's values. */
    public static CometLimits standard() {
        return new CometLimits(
                10, 50, Duration.ofSeconds(10), Duration.ofMinutes(2), UnaryOperator.identity());
    }

    /** The same with another patience, for tests: nobody waits ten minutes for a browse there. */
    CometLimits waiting(UnaryOperator<Duration> newPatience) {
        return new CometLimits(calls, failed, rest, refused, newPatience);
    }
}
