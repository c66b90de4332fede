package com.eazybackup.discount;

/**
 * What somebody has chosen of an option and not saved yet.
 *
 * @param subId null when none was named
 * @param quantity null when none was named
 * @param beganWith the quantity or sub-option that its author has seen; null compares nothing
 */
public record LiveChoice(int configId, Integer subId, Integer quantity, Integer beganWith) {

    /** Whatever its author has seen. */
    public LiveChoice(int configId, Integer subId, Integer quantity) {
        this(configId, subId, quantity, null);
    }
}
