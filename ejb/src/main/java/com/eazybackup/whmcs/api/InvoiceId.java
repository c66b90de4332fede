package com.eazybackup.whmcs.api;

/** An invoice in WHMCS: {@code tblinvoices.id}. */
public record InvoiceId(int value) {

    public InvoiceId {
        if (value <= 0) {
            throw new IllegalArgumentException("an invoice id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
