package com.eazybackup.ingest;

import java.time.Duration;

/**
 * The settings of one Comet Server's intake.
 *
 * @param queue frames that may wait
 * @param characters that may wait
 * @param batch frames in one transaction
 * @param progress how often the unfinished jobs are read while there are some; zero for never
 * @param debug whether frames are logged, without secrets
 * @param drop when accounts that are missing in a list are taken away
 */
record IntakeLimits(
        int queue, long characters, int batch, Duration progress, boolean debug, DropRule drop) {

    /** The house's value where there is no setting: 64 Mi characters. */
    static final long CHARACTERS = 64L * 1024 * 1024;

    IntakeLimits(int queue, int batch, Duration progress, boolean debug) {
        this(queue, CHARACTERS, batch, progress, debug, DropRule.STANDARD);
    }
}
