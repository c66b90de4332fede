package com.eazybackup.discount;

import com.eazybackup.whmcs.OptionChoice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An option on a service's sheet.
 *
 * @param name empty when the catalogue no longer has it
 * @param type WHMCS's number of its type, 0 when it is not known
 * @param quantity null where it is chosen and not counted
 * @param subId null when the service no longer has it
 * @param list what WHMCS asks for one, or for what is chosen; null without a price
 * @param discount null without one, as what was asked when it was saved
 * @param gone whether a discount is left of an option that the service cannot have any more
 * @param belowCost whether the discount is under the floor
 * @param saved by whom and when, where the portal knows
 * @param used empty where nothing measures it
 */
public record SheetOption(
        int configId,
        String name,
        int type,
        Integer quantity,
        int least,
        int most,
        Integer subId,
        List<Choice> choices,
        BigDecimal list,
        BigDecimal discount,
        BigDecimal listWhenSaved,
        boolean gone,
        boolean belowCost,
        Optional<Saving> saved,
        Optional<UsedPart> used) {

    /**
     * @param list null without a price
     */
    public record Choice(int subId, String name, BigDecimal list) {

        static Choice of(OptionChoice choice, Bill bill) {
            return new Choice(choice.id(), choice.name(), bill.list(choice.id()).orElse(null));
        }
    }

    /** Who saved a discount. */
    public record Saving(String by, Instant at) {}

    /**
     * @param unbilled whole units above what is paid
     * @param at when it was measured; empty when nobody knows
     */
    public record UsedPart(
            BigDecimal amount, String unit, BigDecimal unbilled, Optional<Instant> at) {}

    /**
     * @return whether WHMCS asks another price now than when the discount was saved
     */
    public boolean listChanged() {
        return discount != null && !gone && !Money.same(listWhenSaved, Money.orZero(list));
    }
}
