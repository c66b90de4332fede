package com.eazybackup.simulator.fleet;

import java.time.Duration;

/** What a device can be told to do that becomes a job: its JOB_CLASSIFICATION and its pace. */
public enum OrderKind {
    BACKUP(4001, 15, 60, true),
    RESTORE(4002, 10, 40, true),
    RETENTION(4003, 5, 15, true),
    UNLOCK(4004, 1, 3, false),
    DELETE_SNAPSHOT(4005, 3, 8, false),
    UPDATE(4007, 5, 10, false),
    IMPORT(4008, 3, 8, false),
    REINDEX(4009, 8, 20, true),
    DEEP_VERIFY(4010, 20, 60, true),
    UNINSTALL(4011, 3, 6, false);

    private final int classification;
    private final int shortest;
    private final int longest;
    private final boolean moves;

    OrderKind(int classification, int shortest, int longest, boolean moves) {
        this.classification = classification;
        this.shortest = shortest;
        this.longest = longest;
        this.moves = moves;
    }

    public int classification() {
        return classification;
    }

    /** Whether bytes go to or from a vault. */
    boolean moves() {
        return moves;
    }

    /** Whether jobs of that classification move bytes; unknown ones do. */
    static boolean moves(int classification) {
        for (OrderKind kind : values()) {
            if (kind.classification == classification) {
                return kind.moves;
            }
        }
        return true;
    }

    Duration takes(Draw draw) {
        return Duration.ofSeconds(draw.between(shortest, longest));
    }
}
