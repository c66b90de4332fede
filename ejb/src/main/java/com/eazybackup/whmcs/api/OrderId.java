package com.eazybackup.whmcs.api;

/** An order in WHMCS: {@code tblorders.id}, not the long number that customers see. */
public record OrderId(int value) {

    public OrderId {
        if (value <= 0) {
            throw new IllegalArgumentException("an order id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
