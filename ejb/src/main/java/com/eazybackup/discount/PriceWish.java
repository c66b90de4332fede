package com.eazybackup.discount;

/**
 * What an option shall cost.
 *
 * @param price as it was typed; null removes the discount
 * @param compared whether {@code beganWith} says what the author has seen
 * @param beganWith the discount that was seen, null for none
 */
public record PriceWish(int configId, String price, boolean compared, String beganWith) {

    public static PriceWish of(int configId, String price) {
        return new PriceWish(configId, price, false, null);
    }
}
