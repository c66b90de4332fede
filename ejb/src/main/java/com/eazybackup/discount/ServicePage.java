package com.eazybackup.discount;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Some services, with figures of all that have discounts and are not over.
 *
 * @param total of those that were found
 * @param counts by filter
 */
public record ServicePage(
        List<DiscountedService> services,
        int page,
        int size,
        int total,
        Instant asOf,
        Map<ServiceFilter, Long> counts,
        List<Saving> savings) {

    /** What discounts save, of services that renew as often in the same currency. */
    public record Saving(String currency, String cycle, BigDecimal saving) {}
}
