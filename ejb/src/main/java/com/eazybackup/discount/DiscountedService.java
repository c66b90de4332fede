package com.eazybackup.discount;

import com.eazybackup.discount.SheetOption.UsedPart;
import com.eazybackup.whmcs.BilledService;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * A service on the list.
 *
 * @param options those that are discounted, or used above what is paid
 */
public record DiscountedService(
        BilledService service, Calculated computed, List<SheetOption> options) {

    public long discounts() {
        return count(option -> option.discount() != null);
    }

    /**
     * @return of the amount that its prices come to
     */
    public BigDecimal difference() {
        return service.renews().isEmpty()
                ? Money.NOTHING
                : service.amount().subtract(computed.amount());
    }

    public boolean differs() {
        return difference().signum() != 0;
    }

    public long gone() {
        return count(SheetOption::gone);
    }

    public long listChanged() {
        return count(SheetOption::listChanged);
    }

    public long belowCost() {
        return count(SheetOption::belowCost);
    }

    /**
     * @return options of which more is used than is paid
     */
    public List<SheetOption> unbilled() {
        return options.stream().filter(DiscountedService::isUnbilled).toList();
    }

    static boolean isUnbilled(SheetOption option) {
        return option.used()
                .map(UsedPart::unbilled)
                .filter(unbilled -> unbilled.signum() > 0)
                .isPresent();
    }

    private long count(Predicate<SheetOption> which) {
        return options.stream().filter(which).count();
    }
}
