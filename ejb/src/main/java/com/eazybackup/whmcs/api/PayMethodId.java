package com.eazybackup.whmcs.api;

/** A client's way to pay: {@code tblpaymethods.id}. */
public record PayMethodId(int value) {

    public PayMethodId {
        if (value <= 0) {
            throw new IllegalArgumentException("a pay method id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
