package com.eazybackup.ingest;

import java.util.Arrays;
import java.util.Locale;

/** What was last tried with a job that has stalled: {@code eb_jobs_live.action_stage}. */
public enum ActionStage {
    NONE,
    /** The device was asked to stop it, and it has not yet. */
    CANCEL_REQUESTED,
    /** It could not be asked. */
    CANCEL_UNAVAILABLE,
    /** Comet was told to give it up, and has not. */
    ABANDON_REQUESTED,
    /** Everything was tried often enough; it is left alone for long. */
    EXHAUSTED;

    /**
     * @return as it is stored
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @return {@link #NONE} for what is not ours
     */
    public static ActionStage of(String stored) {
        return Arrays.stream(values())
                .filter(stage -> stage.wire().equals(stored))
                .findFirst()
                .orElse(NONE);
    }
}
