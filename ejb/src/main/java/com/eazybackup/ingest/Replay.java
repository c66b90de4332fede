package com.eazybackup.ingest;

/** What came of reading a quarantined frame again. */
public enum Replay {
    /** What it said of a job is in the tables, or something newer is. */
    APPLIED,
    /** It is about an account or a device; the server is being asked how that stands now. */
    ASKED,
    /** It can still not be understood. */
    UNREADABLE,
    /** The database still does not take it. */
    REFUSED,
    /** It was too long to be kept whole. */
    CUT,
    /** Its Comet Server has no intake on this node. */
    NO_INTAKE,
    /** There is no such frame. */
    NOT_FOUND;

    /**
     * @return whether the frame has been dealt with
     */
    public boolean done() {
        return this == APPLIED || this == ASKED;
    }
}
