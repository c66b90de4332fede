package com.eazybackup.accounts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What vaults can be sorted by. */
public enum VaultColumn {
    USERNAME(by(VaultRow::username)),
    NAME(by(VaultRow::name)),
    TYPE(by(VaultRow::typeName)),
    STORED(Comparator.comparingLong(VaultRow::storedBytes)),
    /** No quota is more than any. */
    QUOTA(
            Comparator.comparing(
                    VaultRow::quotaBytes, Comparator.nullsLast(Comparator.naturalOrder()))),
    USAGE(
            Comparator.comparing(
                    VaultRow::percent, Comparator.nullsFirst(Comparator.naturalOrder()))),
    TIER(Comparator.comparingInt(VaultRow::billingTier)),
    /** The worst first. */
    STATE(Comparator.comparing(VaultRow::state)),
    MEASURED(
            Comparator.comparing(
                    VaultRow::measuredAt, Comparator.nullsFirst(Comparator.naturalOrder())));

    @SuppressWarnings("ImmutableEnumChecker") // Comparators of accessors hold nothing.
    private final Comparator<VaultRow> order;

    VaultColumn(Comparator<VaultRow> order) {
        this.order = order;
    }

    private static Comparator<VaultRow> by(Function<VaultRow, String> text) {
        return Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER);
    }

    /**
     * @return the column of that name; empty when there is none
     */
    public static Optional<VaultColumn> of(String wire) {
        return Arrays.stream(values()).filter(column -> column.wire().equals(wire)).findFirst();
    }

    /**
     * @return its name in an address
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Rows that are equal in this are in the order of account and name, whichever way it goes. */
    Comparator<VaultRow> order(boolean down) {
        return (down ? order.reversed() : order)
                .thenComparing(USERNAME.order)
                .thenComparing(NAME.order)
                .thenComparing(VaultRow::id);
    }
}
