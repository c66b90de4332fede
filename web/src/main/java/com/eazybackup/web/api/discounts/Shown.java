package com.eazybackup.web.api.discounts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Amounts and times as programs see them. */
final class Shown {

    private Shown() {}

    /**
     * @return two decimals with a point; null for null
     */
    static String money(BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /**
     * @return without decimals that say nothing
     */
    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * @return milliseconds since 1970; null for null
     */
    static Long time(Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
