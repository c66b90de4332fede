package com.eazybackup.web.api.operations;

import com.eazybackup.operations.OperatorAlert;
import java.time.Instant;

/**
 * An operator alert, as programs see it.
 *
 * @param since Unix seconds, as {@code last} and {@code mailed}
 * @param last when it was last found so, or found to be over
 * @param times how often it was raised in all
 * @param mailed when operators were last written to about it; null for never
 */
record AlertAnswer(
        long id,
        String kind,
        String profile,
        String sentence,
        long since,
        long last,
        long times,
        Long mailed) {

    static AlertAnswer of(OperatorAlert alert) {
        return new AlertAnswer(
                alert.id(),
                alert.kind(),
                alert.profile(),
                alert.sentence(),
                alert.since().getEpochSecond(),
                alert.last().getEpochSecond(),
                alert.times(),
                alert.mailed().map(Instant::getEpochSecond).orElse(null));
    }
}
