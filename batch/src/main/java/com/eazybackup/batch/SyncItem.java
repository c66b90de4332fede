package com.eazybackup.batch;

import com.eazybackup.ingest.Listed;
import com.eazybackup.ingest.ServerLists;
import com.eazybackup.ingest.SyncPlace.Phase;

/**
 * A thing that a Comet Server listed, on its way from the reader to the writer.
 *
 * @param lists that it came from; null for a mark that writes nothing, so that what came before it
 *     is written and kept
 */
record SyncItem(SyncProfile profile, ServerLists lists, Listed thing) {

    private static final int MANY_ROWS = 100;
    private static final int SOME_ROWS = 5;

    static final SyncItem MARK = new SyncItem(null, null, null);

    Phase phase() {
        return switch (thing.kind()) {
            case USER, GONE, PRESENCE -> Phase.USERS;
            case JOB -> Phase.JOBS;
            case ORPHANS -> Phase.ORPHANS;
        };
    }

    /**
     * @return about how many rows it leads to
     */
    int weight() {
        return switch (thing.kind()) {
            case JOB -> 1;
            case USER, GONE -> SOME_ROWS;
            case PRESENCE, ORPHANS -> MANY_ROWS;
        };
    }
}
