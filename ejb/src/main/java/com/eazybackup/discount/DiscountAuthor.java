package com.eazybackup.discount;

/**
 * Who changes prices.
 *
 * @param name as others read it
 */
public record DiscountAuthor(String name, String email) {

    public DiscountAuthor {
        name = name == null || name.isBlank() ? email : name;
    }
}
