package com.eazybackup.discount;

import com.eazybackup.whmcs.BilledService;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A service with its options, discounts, and what they come to.
 *
 * @param computed by what is saved; also with undiscounted choices where the amount is exactly that
 * @param pending a change of the amount whose end is not known
 * @param floorPercent of the list price; a discount below is told of
 */
public record ServiceSheet(
        BilledService service,
        Instant asOf,
        List<SheetOption> options,
        Calculated computed,
        Optional<SheetOption.Saving> pending,
        int floorPercent) {

    /**
     * @return whether WHMCS asks another amount than the prices come to
     */
    public boolean differs() {
        return service.renews().isPresent() && !Money.same(service.amount(), computed.amount());
    }
}
