package com.eazybackup.monitor;

import com.eazybackup.ingest.ActionStage;
import com.eazybackup.ingest.JobMarks;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What is to be done about a running backup. Pure; the first rule that fits holds, in the order of
 * {@link Verdict}.
 */
final class StallRule {

    /** The rules, in their order. */
    enum Verdict {
        /** It has shown life: what was found and tried is forgotten. */
        FRESH,
        /** Everything was tried often enough, and not long ago. */
        RESTING,
        /** That was long ago: it begins anew. */
        RESTED,
        /** Something was tried just now. */
        DEFERRED,
        /** It was looked at just now. */
        CHECKED,
        /** Everything has been tried often enough. */
        EXHAUST,
        /** It is found stalled for the first time. */
        STRIKE,
        /** It was tried to cancel it, or to abandon it. */
        ABANDON_AFTER_TRY,
        /** It can be cancelled. */
        CANCEL,
        /** It cannot. */
        ABANDON;

        /**
         * @return whether there is nothing to do now
         */
        boolean waits() {
            return this == RESTING || this == DEFERRED || this == CHECKED;
        }

        boolean abandons() {
            return this == ABANDON || this == ABANDON_AFTER_TRY;
        }

        /**
         * @return in the API and in the log, such as {@code abandon-after-try}
         */
        String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What is known of a job. Times are Unix seconds.
     *
     * @param activity the last sign of life
     * @param offlineSince of its device; empty while that is online or not known
     * @param cancellable whether it has a cancellation id
     */
    record Facts(long activity, OptionalLong offlineSince, boolean cancellable, JobMarks marks) {}

    private StallRule() {}

    /**
     * @param regardless of when it was last looked at or something was tried, because an operator
     *     asks for this job
     */
    static Verdict decide(Facts job, StallLimits limits, long now, boolean regardless) {
        JobMarks marks = job.marks();
        if (!stalled(job, limits, now)) {
            return Verdict.FRESH;
        }
        if (marks.stage() == ActionStage.EXHAUSTED) {
            return marks.nextAction() > now && !regardless ? Verdict.RESTING : Verdict.RESTED;
        }
        if (marks.nextAction() > now && !regardless) {
            return Verdict.DEFERRED;
        }
        if (now - marks.lastChecked() < limits.recheck() && !regardless) {
            return Verdict.CHECKED;
        }
        if (marks.attempts() >= limits.attempts()) {
            return Verdict.EXHAUST;
        }
        if (marks.observations() < 1) {
            return Verdict.STRIKE;
        }
        return switch (marks.stage()) {
            case CANCEL_REQUESTED, CANCEL_UNAVAILABLE, ABANDON_REQUESTED ->
                    Verdict.ABANDON_AFTER_TRY;
            case NONE, EXHAUSTED -> job.cancellable() ? Verdict.CANCEL : Verdict.ABANDON;
        };
    }

    /** Without life for too long; or its device has been away for long, and nothing came since. */
    private static boolean stalled(Facts job, StallLimits limits, long now) {
        if (now - job.activity() > limits.stale()) {
            return true;
        }
        return job.offlineSince().isPresent()
                && now - job.offlineSince().getAsLong() >= limits.offline()
                && job.activity() <= job.offlineSince().getAsLong();
    }
}
