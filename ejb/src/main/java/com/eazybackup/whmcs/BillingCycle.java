package com.eazybackup.whmcs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often a service renews, where prices of options are kept for it. */
public enum BillingCycle {
    MONTHLY("Monthly"),
    QUARTERLY("Quarterly"),
    SEMIANNUALLY("Semi-Annually"),
    ANNUALLY("Annually"),
    BIENNIALLY("Biennially"),
    TRIENNIALLY("Triennially");

    private final String words;

    BillingCycle(String words) {
        this.words = words;
    }

    /**
     * @param words as {@code tblhosting.billingcycle} has them, in any case; {@code Semi-Annually}
     *     is spelt with and without its hyphen
     * @return empty for what does not renew (One Time, Free Account) and for what nobody knows
     */
    public static Optional<BillingCycle> of(String words) {
        String plain = words == null ? "" : words.strip().toLowerCase(Locale.ROOT);
        String column = plain.equals("semi-annually") ? SEMIANNUALLY.column() : plain;
        return Arrays.stream(values()).filter(cycle -> cycle.column().equals(column)).findFirst();
    }

    /**
     * @return as WHMCS mostly spells it
     */
    public String words() {
        return words;
    }

    /**
     * @return of {@code tblpricing}
     */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
