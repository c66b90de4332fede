package com.eazybackup.ingest;

import java.io.Serializable;

/**
 * How far the lists of one Comet Server have been taken in. What is kept of it lets another process
 * go on: entries before the place are read once more and not written again, as long as the server
 * tells the same ones in the same order.
 *
 * @param phase of the reading
 * @param position entries of the phase's list that are done
 * @param digest of their names, in order
 * @param beganMs when the reading of this server began first; lists are asked for as of then
 */
public record SyncPlace(Phase phase, long position, long digest, long beganMs)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /** The lists, in order. */
    public enum Phase {
        /** Accounts, those that are gone, and who is connected. */
        USERS,
        /** Jobs of the last days. */
        JOBS,
        /** Devices that no active service pays for. */
        ORPHANS,
        /** Everything is done. */
        DONE;

        Phase next() {
            return switch (this) {
                case USERS -> JOBS;
                case JOBS -> ORPHANS;
                case ORPHANS, DONE -> DONE;
            };
        }
    }

    /**
     * @return the beginning of it all
     */
    public static SyncPlace start(long beganMs) {
        return new SyncPlace(Phase.USERS, 0, 0, beganMs);
    }

    /**
     * @return the beginning of another phase
     */
    SyncPlace at(Phase next) {
        return new SyncPlace(next, 0, 0, beganMs);
    }

    /**
     * @return behind one more entry
     */
    SyncPlace past(String name) {
        return new SyncPlace(phase, position + 1, digest * 1_000_003 + name.hashCode(), beganMs);
    }

    public boolean done() {
        return phase == Phase.DONE;
    }
}
