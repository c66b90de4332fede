package com.eazybackup.batch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Why a job is started.
 *
 * @param due when the schedule wanted it; empty when no schedule did
 * @param dryRun for one that changes nothing
 * @param date the day whose figures are written; empty for that of the beginning
 * @param continues the run that is gone on with; empty for a new one
 * @param restarts how often in a row nobody asked for that
 * @param forBrokenSync whether it does the removals of a sync that has not come to its end. Known
 *     from the beginning: what its run writes down at its end is lost when its node dies
 */
record Occasion(
        Cause cause,
        Optional<Instant> due,
        boolean dryRun,
        Optional<LocalDate> date,
        OptionalLong continues,
        int restarts,
        boolean forBrokenSync) {

    /** What asked for it. */
    enum Cause {
        SCHEDULE,
        REQUESTED,
        /** What was missed while no node ran, or broken off when one died. */
        CAUGHT_UP;

        String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Occasion scheduled(Cause cause, Instant due) {
        return new Occasion(
                cause, Optional.of(due), false, Optional.empty(), OptionalLong.empty(), 0, false);
    }

    static Occasion requested(boolean dryRun, Optional<LocalDate> date) {
        return new Occasion(
                Cause.REQUESTED, Optional.empty(), dryRun, date, OptionalLong.empty(), 0, false);
    }

    /** An operator's word for the removals that a run has left. */
    static Occasion confirmed(RunRow left) {
        return new Occasion(
                Cause.REQUESTED,
                Optional.empty(),
                false,
                Optional.empty(),
                OptionalLong.empty(),
                0,
                left.outcome().restartable());
    }

    static Occasion restart(Cause cause, RunRow broken, int restarts) {
        return new Occasion(
                cause,
                Optional.empty(),
                broken.dryRun(),
                Optional.empty(),
                OptionalLong.of(broken.id()),
                restarts,
                broken.removesForBrokenSync());
    }
}
