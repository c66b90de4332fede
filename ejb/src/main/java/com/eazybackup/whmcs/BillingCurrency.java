package com.eazybackup.whmcs;

import java.util.Comparator;
import java.util.List;

/**
 * A currency that clients are billed in.
 *
 * @param code such as CAD; empty for one that WHMCS no longer has
 */
public record BillingCurrency(int id, String code, String prefix, boolean usual) {

    /**
     * The client's own; where it has none, WHMCS's default, else the one with the lowest number,
     * else number 1.
     *
     * @param own {@code tblclients.currency}, 0 for none
     */
    public static BillingCurrency of(int own, List<BillingCurrency> all) {
        if (own > 0) {
            return all.stream()
                    .filter(one -> one.id() == own)
                    .findFirst()
                    .orElse(new BillingCurrency(own, "", "", false));
        }
        Comparator<BillingCurrency> byNumber = Comparator.comparingInt(BillingCurrency::id);
        return all.stream()
                .filter(BillingCurrency::usual)
                .min(byNumber)
                .or(() -> all.stream().min(byNumber))
                .orElse(new BillingCurrency(1, "", "", false));
    }
}
