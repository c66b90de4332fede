package com.eazybackup.whmcs.api;

/** Something that WHMCS sells: {@code tblproducts.id}, {@code pid} in the API. */
public record ProductId(int value) {

    public ProductId {
        if (value <= 0) {
            throw new IllegalArgumentException("a product id is positive, not " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
