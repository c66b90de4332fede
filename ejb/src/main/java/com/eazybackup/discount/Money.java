package com.eazybackup.discount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Amounts of money: two decimals, never negative, at most 99,999,999.99. */
final class Money {

    static final BigDecimal MOST = new BigDecimal("99999999.99");

    static final BigDecimal NOTHING = new BigDecimal("0.00");

    private static final int LONGEST = 24;

    private Money() {}

    static BigDecimal orZero(BigDecimal price) {
        return price == null ? NOTHING : price;
    }

    /** Rounded once, half away from zero. */
    static BigDecimal rounded(BigDecimal sum) {
        return sum.setScale(2, RoundingMode.HALF_UP);
    }

    static boolean same(BigDecimal one, BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /**
     * @return what is wrong with it, in a sentence; empty for a good one
     */
    static Optional<PriceFlaw> flaw(String text) {
        BigDecimal price;
        try {
            // Of a long text the digits alone would take a while.
            price = text == null || text.length() > LONGEST ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            price = null;
        }
        if (price == null) {
            return Optional.of(PriceFlaw.NO_NUMBER);
        }
        if (price.signum() < 0) {
            return Optional.of(PriceFlaw.NEGATIVE);
        }
        if (price.compareTo(MOST) > 0) {
            return Optional.of(PriceFlaw.TOO_LARGE);
        }
        return price.stripTrailingZeros().scale() > 2
                ? Optional.of(PriceFlaw.PARTS_OF_A_CENT)
                : Optional.empty();
    }

    /**
     * @param text without a {@link #flaw}
     */
    static BigDecimal of(String text) {
        // Stripped first: 0e-999999999 is nothing, and long when it is written out.
        return new BigDecimal(text).stripTrailingZeros().setScale(2, RoundingMode.UNNECESSARY);
    }
}
