package com.eazybackup.fleet;

import java.time.Instant;

/**
 * That a device has jobs of one bucket: among those that ended in the 24 hours before a moment, or
 * among those that run. The same rows that a summary of the day counts.
 */
record JobsOfDevice(JobBucket bucket, Instant now, Interruption interruption) {

    private static final String RUNS =
            " AND EXISTS (SELECT 1 FROM eb_jobs_live t"
                    + " WHERE t.client_id = d.client_id AND t.device = d.hash)";

    // Not a nullable OR: a device of which nobody knows since when it is away interrupts nothing.
    static final String AWAY =
            " COALESCE(d.is_active = 0 AND d.offline_since <= FROM_UNIXTIME(?), 0)";

    private static final String ENDED =
            " AND EXISTS (SELECT 1 FROM eb_jobs_recent_24h t"
                    + " LEFT JOIN comet_jobs j ON j.id = t.job_id AND j.client_id = t.client_id"
                    + " LEFT JOIN eb_jobs_live l"
                    + " ON l.server_id = t.server_id AND l.job_id = t.job_id"
                    + " WHERE t.client_id = d.client_id AND t.device = d.hash"
                    + " AND t.status = ? AND t.ended_at >= ? AND l.job_id IS NULL"
                    + JobBucket.NOT_SKIPPED
                    + ")";

    void addTo(SqlQuery query) {
        if (bucket.ended()) {
            query.add(ENDED, bucket.wire(), now.minus(LatestBackup.WINDOW).getEpochSecond());
            return;
        }
        query.add(
                RUNS + " AND" + (bucket == JobBucket.INTERRUPTED ? "" : " NOT") + AWAY,
                now.minus(interruption.grace()).getEpochSecond());
    }
}
