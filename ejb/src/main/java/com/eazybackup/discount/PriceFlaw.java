package com.eazybackup.discount;

import java.util.Locale;

/** Why a price cannot be saved. */
public enum PriceFlaw {
    NO_NUMBER("A price is a number such as 12.50, with a point and without a currency."),
    NEGATIVE("A price is not negative."),
    PARTS_OF_A_CENT("A price has two decimals at most."),
    TOO_LARGE("A price is 99999999.99 at most."),
    UNKNOWN_OPTION("The service has no such option."),
    TWICE("The option is named twice."),
    NO_SUCH_CHOICE("The option does not offer this choice."),
    OUT_OF_RANGE("The option cannot be had in this quantity."),
    CHANGED_MEANWHILE("The option has another quantity or choice now.");

    private final String sentence;

    PriceFlaw(String sentence) {
        this.sentence = sentence;
    }

    /**
     * @return for programs and pages, the same for ever
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence() {
        return sentence;
    }
}
