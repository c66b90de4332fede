package com.eazybackup.discount;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that was done to the prices or the amount of a service.
 *
 * @param who empty when the portal does not know
 * @param amountBefore null when it is about prices alone, as {@code amountAfter}
 * @param undoable whether everything is as it has left it
 */
public record HistoryEntry(
        long id,
        Kind kind,
        State state,
        Instant at,
        String who,
        BigDecimal amountBefore,
        BigDecimal amountAfter,
        List<HistoryChange> changes,
        boolean undoable,
        Optional<Undone> undone) {

    /** What was done. */
    public enum Kind {
        PRICES,
        AMOUNT,
        UNDO,
        /** By somebody in WHMCS itself. */
        OUTSIDE
    }

    /** How it ended. */
    public enum State {
        DONE,
        /** WHMCS was asked, and its answer has not come. */
        PENDING,
        FAILED
    }

    /** Who took it back, and when. */
    public record Undone(String by, Instant at) {}

    HistoryEntry with(List<HistoryChange> all, boolean canBeUndone) {
        return new HistoryEntry(
                id, kind, state, at, who, amountBefore, amountAfter, all, canBeUndone, undone);
    }

    boolean done() {
        return state == State.DONE;
    }

    List<HistoryChange> changes(HistoryChange.What what) {
        return changes.stream().filter(change -> change.what() == what).toList();
    }
}
