package com.eazybackup.batch;

/**
 * What came of a run.
 *
 * @param details JSON
 */
record RunEnd(
        Outcome outcome,
        long processed,
        long skipped,
        long repaired,
        String sentence,
        String error,
        String details) {

    /** Of one of which nothing else is known. */
    static RunEnd of(Outcome outcome, String sentence, String error) {
        return new RunEnd(outcome, 0, 0, 0, sentence, error, RunDetails.NONE);
    }
}
