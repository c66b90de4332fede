package com.eazybackup.ingest;

/**
 * What is remembered of a running job between two looks at it. Times are Unix seconds, 0 for never.
 *
 * @param observations how many looks in a row have found it stalled
 * @param attempts how often it was tried to end it
 * @param nextAction before that nothing is done
 * @param lastChecked when it was looked at
 * @param error what went wrong last, without secrets; empty for nothing
 */
public record JobMarks(
        int observations,
        int attempts,
        ActionStage stage,
        long nextAction,
        long lastChecked,
        String error) {

    /** Of a job that has never been looked at. */
    public static final JobMarks NONE = new JobMarks(0, 0, ActionStage.NONE, 0, 0, "");

    /**
     * @return whether nothing has been found or tried
     */
    public boolean clean() {
        return observations == 0
                && attempts == 0
                && stage == ActionStage.NONE
                && nextAction == 0
                && error.isEmpty();
    }
}
