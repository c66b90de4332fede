package com.eazybackup.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One run of the monitor over a Comet Server's jobs.
 *
 * @param id 0 for one that was not recorded
 * @param dryRun whether it was only to tell what it would do
 * @param ended empty while it runs
 * @param error why it failed, without secrets; else empty
 */
public record MonitorRun(
        long id,
        String profile,
        Mode mode,
        Cause cause,
        boolean dryRun,
        Instant began,
        Optional<Instant> ended,
        Outcome outcome,
        String error,
        MonitorFigures figures,
        List<MonitorLine> lines) {

    /** What is done by the clock. */
    public enum Mode {
        OFF,
        /** Told, not done. */
        AUDIT,
        ENFORCE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who asked for it. */
    public enum Cause {
        SCHEDULE,
        REQUESTED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it ended. */
    public enum Outcome {
        RUNNING,
        COMPLETE,
        FAILED,
        /** Another node is at it, or has just been. */
        SKIPPED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
