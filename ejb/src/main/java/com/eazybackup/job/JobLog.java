package com.eazybackup.job;

import java.time.Instant;
import java.util.List;

/**
 * What a job's device wrote down about it.
 *
 * @param at when it was read
 * @param entries in the order of time
 * @param more how many were left out, which are older
 * @param gone whether the Comet Server knows neither the job nor a log of it any more
 */
public record JobLog(Instant at, List<Entry> entries, long more, boolean gone) {

    /**
     * @param time Unix seconds, by the device's clock
     * @param severity as Comet spells it: {@code D}, {@code I}, {@code W} or {@code E}; a new one
     *     stays as it came
     */
    public record Entry(long time, String severity, String message) {}
}
