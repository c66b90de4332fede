package com.eazybackup.discount;

import com.eazybackup.whmcs.BillingCycle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the options of a service come to.
 *
 * @param cycle as WHMCS spells it
 * @param column empty where nothing is calculated
 * @param amount two decimals
 * @param listAmount the same without any discount
 */
public record Calculated(
        int serviceId,
        String cycle,
        int currencyId,
        Optional<BillingCycle> column,
        BigDecimal amount,
        BigDecimal listAmount,
        List<CalculatedLine> lines) {

    public BigDecimal saving() {
        return listAmount.subtract(amount);
    }
}
