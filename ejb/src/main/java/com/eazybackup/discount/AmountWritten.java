package com.eazybackup.discount;

import java.math.BigDecimal;
import java.util.List;

/**
 * What became of an order.
 *
 * @param pending whether WHMCS's answer has not come; then the rest is what was meant
 * @param before null when it was about prices alone, as {@code amount}
 * @param notTaken quantities and choices that WHMCS has left as they were
 */
public record AmountWritten(
        boolean pending,
        BigDecimal before,
        BigDecimal amount,
        long historyId,
        List<HistoryChange> notTaken) {}
