package com.eazybackup.discount;

import java.math.BigDecimal;

/**
 * One thing that an entry of the history changed.
 *
 * @param before of a price null for none; of a choice the sub-option's number; as {@code after}
 */
public record HistoryChange(
        What what, int configId, String name, BigDecimal before, BigDecimal after) {

    /** What can be changed of an option. */
    public enum What {
        PRICE,
        QUANTITY,
        CHOICE
    }

    HistoryChange reversed() {
        return new HistoryChange(what, configId, name, after, before);
    }

    boolean changesNothing() {
        return Money.same(before, after);
    }
}
