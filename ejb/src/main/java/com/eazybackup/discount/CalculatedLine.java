package com.eazybackup.discount;

import java.math.BigDecimal;

/**
 * What one option adds to the amount.
 *
 * @param type WHMCS's number of the option's type, 0 when it is not known
 * @param quantity null where the option is chosen and not counted
 * @param subId null where the option is counted
 * @param discount null when none is saved
 * @param list price of one, or of the chosen sub-option; null without a price
 * @param skipped whether it counts nothing because nobody said that it is billed
 */
public record CalculatedLine(
        int configId,
        int type,
        Integer quantity,
        Integer subId,
        BigDecimal discount,
        BigDecimal list,
        BigDecimal contribution,
        BigDecimal listContribution,
        boolean skipped) {

    public boolean counted() {
        return quantity != null;
    }

    /**
     * @return price of one: the discount, else the list price, else nothing
     */
    public BigDecimal unit() {
        return discount != null ? discount : Money.orZero(list);
    }

    /**
     * @return negative when the discount is dearer than the list
     */
    public BigDecimal saving() {
        return listContribution.subtract(contribution);
    }
}
