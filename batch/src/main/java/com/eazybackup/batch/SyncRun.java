package com.eazybackup.batch;

import com.eazybackup.ingest.ServerLists;

/**
 * One execution of the nightly sync, shared by its reader, its writer and the one who decides when
 * a portion is full. They take turns on one thread.
 */
final class SyncRun {

    /** About as many rows as one transaction should write. */
    private static final int FULL = 500;

    private final SyncState state;
    private SyncProfile profile;
    private ServerLists lists;
    private int weight;

    SyncRun(SyncState state) {
        this.state = state;
    }

    SyncState state() {
        return state;
    }

    SyncProfile profile() {
        return profile;
    }

    /**
     * @return null between two Comet Servers
     */
    ServerLists lists() {
        return lists;
    }

    void reads(SyncProfile now, ServerLists opened) {
        profile = now;
        lists = opened;
    }

    void closed() {
        if (lists != null) {
            lists.close();
        }
        lists = null;
    }

    void took(SyncItem item) {
        weight += item.weight();
    }

    void full() {
        weight = FULL;
    }

    boolean isFull() {
        return weight >= FULL;
    }

    void written() {
        weight = 0;
    }
}
