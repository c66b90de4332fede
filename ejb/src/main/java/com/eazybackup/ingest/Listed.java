package com.eazybackup.ingest;

/**
 * One thing that a Comet Server listed, on its way from {@link ServerLists} to {@link
 * FleetReconciliation#write}. What is in it is nobody else's business.
 */
public final class Listed {

    /** What it is. */
    public enum Kind {
        /** An account with its profile. */
        USER,
        /** Accounts that are gone. */
        GONE,
        /** Who is connected. */
        PRESENCE,
        /** A job. */
        JOB,
        /** Devices that no active service pays for. */
        ORPHANS
    }

    private final Kind kind;
    private final News news;

    Listed(Kind kind, News news) {
        this.kind = kind;
        this.news = news;
    }

    public Kind kind() {
        return kind;
    }

    /**
     * @return null for an account whose profile is incomplete
     */
    News news() {
        return news;
    }
}
