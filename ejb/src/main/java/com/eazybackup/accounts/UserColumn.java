package com.eazybackup.accounts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What users can be sorted by. */
public enum UserColumn {
    USERNAME(by(UserRow::username)),
    ACCOUNT_NAME(by(UserRow::accountName)),
    EMAIL(by(row -> row.emails() == null || row.emails().isEmpty() ? "" : row.emails().get(0))),
    EMAIL_REPORTS(Comparator.comparing(UserRow::emailReports)),
    DEVICES(Comparator.comparingInt(UserRow::devices)),
    ITEMS(Comparator.comparingInt(UserRow::items)),
    VAULTS(Comparator.comparingInt(UserRow::vaults)),
    STORAGE(Comparator.comparingLong(UserRow::storageBytes)),
    HYPERV(Comparator.comparingInt(UserRow::hyperVGuests)),
    VMWARE(Comparator.comparingInt(UserRow::vmwareGuests)),
    PROXMOX(Comparator.comparingInt(UserRow::proxmoxGuests)),
    /** No quota is more than any, and one that nobody knows yet is less. */
    M365_QUOTA(
            Comparator.comparing(
                    UserRow::m365Quota,
                    Comparator.nullsFirst(
                            Comparator.comparingInt(
                                    quota -> quota == 0 ? Integer.MAX_VALUE : quota)))),
    M365_ACCOUNTS(Comparator.comparingInt(UserRow::m365Accounts));

    @SuppressWarnings("ImmutableEnumChecker") // Comparators of accessors hold nothing.
    private final Comparator<UserRow> order;

    UserColumn(Comparator<UserRow> order) {
        this.order = order;
    }

    private static Comparator<UserRow> by(Function<UserRow, String> text) {
        return Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER);
    }

    /**
     * @return the column of that name; empty when there is none
     */
    public static Optional<UserColumn> of(String wire) {
        return Arrays.stream(values()).filter(column -> column.wire().equals(wire)).findFirst();
    }

    /**
     * @return its name in an address
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Rows that are equal in this are in the order of their names, whichever way it goes. */
    Comparator<UserRow> order(boolean down) {
        return (down ? order.reversed() : order)
                .thenComparing(USERNAME.order)
                .thenComparing(UserRow::username);
    }
}
