package com.eazybackup.usage;

/**
 * Jobs of a client by how they stand: those that ended in the last 24 hours, and all that run,
 * however long. A job is in one of them; what was skipped is in none.
 *
 * @param running without the interrupted
 * @param interrupted running by the tables, on a device that has been offline for too long
 */
public record JobCounts(
        long success, long error, long warning, long missed, long running, long interrupted) {

    static final JobCounts NONE = new JobCounts(0, 0, 0, 0, 0, 0);
}
