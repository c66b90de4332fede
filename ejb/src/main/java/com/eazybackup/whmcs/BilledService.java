package com.eazybackup.whmcs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A service as it is billed.
 *
 * @param username of its Comet account; empty when it has none
 * @param profile the Comet Server of the account, where it is known
 * @param status as WHMCS has it
 * @param cycle in WHMCS's own words
 * @param amount what it costs each time it renews
 */
public record BilledService(
        ServiceId id,
        ClientId client,
        String clientName,
        String username,
        Optional<String> profile,
        int productId,
        String productName,
        String status,
        String cycle,
        BillingCurrency currency,
        Optional<LocalDate> nextDue,
        BigDecimal amount) {

    /**
     * @return empty where nothing is calculated, because it does not renew
     */
    public Optional<BillingCycle> renews() {
        return BillingCycle.of(cycle);
    }

    /**
     * @return whether there is an account that can use something
     */
    public boolean runs() {
        return !username.isBlank() && (status.equals("Active") || status.equals("Suspended"));
    }

    /**
     * @return whether it is over and billed no more
     */
    public boolean ended() {
        return status.equals("Cancelled") || status.equals("Terminated") || status.equals("Fraud");
    }
}
