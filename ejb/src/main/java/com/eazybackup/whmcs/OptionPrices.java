package com.eazybackup.whmcs;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What WHMCS asks for options, by currency, sub-option and cycle. */
public final class OptionPrices {

    private record Key(int currency, int relid, BillingCycle cycle) {}

    private final Map<Key, BigDecimal> prices = new HashMap<>();

    public OptionPrices add(int currency, int relid, BillingCycle cycle, BigDecimal price) {
        prices.putIfAbsent(new Key(currency, relid, cycle), price);
        return this;
    }

    /**
     * @param relid {@code tblpricing.relid}
     * @return as it stands there; -1 says that it is not offered. Empty without a row
     */
    public Optional<BigDecimal> of(int currency, int relid, BillingCycle cycle) {
        return Optional.ofNullable(prices.get(new Key(currency, relid, cycle)));
    }
}
