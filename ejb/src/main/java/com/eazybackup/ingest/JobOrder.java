package com.eazybackup.ingest;

import com.eazybackup.comet.JobStatus;

/**
 * Which of two things said about a job holds. Pure. The result does not depend on the order in
 * which they arrive:
 *
 * <ul>
 *   <li>an end beats running, unless Comet abandoned the job and then revived it;
 *   <li>any end beats an abandonment: that was only a mark for "not heard of";
 *   <li>of two ends the newer one holds, at the same second the higher code.
 * </ul>
 */
final class JobOrder {

    /** What to do with the news. */
    enum Verdict {
        /** Known already, or out of date. */
        NOTHING,
        RUNNING,
        ENDED
    }

    /**
     * What is known of the job.
     *
     * @param endedAt Unix seconds, 0 while it runs
     * @param lastStatusAt when a revived job was revived
     */
    record Known(int status, long endedAt, long lastStatusAt) {

        boolean ended() {
            return endedAt > 0;
        }

        private boolean abandoned() {
            return status == JobStatus.ABANDONED.code();
        }
    }

    private JobOrder() {}

    /**
     * @param known null when nothing is known of the job
     * @param status of the news
     * @param endedAt of the news, 0 while it runs
     */
    static Verdict decide(Known known, int status, long endedAt) {
        if (endedAt == 0) {
            boolean revived =
                    status == JobStatus.REVIVED.code() && known != null && known.abandoned();
            return known == null || !known.ended() || revived ? Verdict.RUNNING : Verdict.NOTHING;
        }
        return known == null || beats(known, status, endedAt) ? Verdict.ENDED : Verdict.NOTHING;
    }

    private static boolean beats(Known known, int status, long endedAt) {
        boolean abandonment = status == JobStatus.ABANDONED.code();
        if (!known.ended()) {
            // The abandonment that a revival answered, told once more.
            boolean old =
                    abandonment
                            && known.status() == JobStatus.REVIVED.code()
                            && endedAt <= known.lastStatusAt();
            return !old;
        }
        if (abandonment != known.abandoned()) {
            return known.abandoned();
        }
        return endedAt > known.endedAt() || (endedAt == known.endedAt() && status > known.status());
    }
}
