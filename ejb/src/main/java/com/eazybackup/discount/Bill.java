package com.eazybackup.discount;

import com.eazybackup.whmcs.BilledService;
import com.eazybackup.whmcs.BilledServices;
import com.eazybackup.whmcs.CatalogueOption;
import com.eazybackup.whmcs.ChosenOption;
import com.eazybackup.whmcs.OptionPrices;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a calculation needs to know of a service.
 *
 * @param chosen what WHMCS has stored
 * @param discounts by option
 * @param counted types of options that are billed by their quantity
 */
record Bill(
        BilledService service,
        List<ChosenOption> chosen,
        Map<Integer, CatalogueOption> catalogue,
        OptionPrices prices,
        Map<Integer, BigDecimal> discounts,
        Set<Integer> counted) {

    static Bill of(
            BilledService service,
            BilledServices read,
            Map<Integer, BigDecimal> discounts,
            Set<Integer> counted) {
        return new Bill(
                service,
                read.chosenBy(service.id()),
                read.catalogue(),
                read.prices(),
                discounts,
                counted);
    }

    Bill with(Map<Integer, BigDecimal> others) {
        return new Bill(service, chosen, catalogue, prices, others, counted);
    }

    Optional<ChosenOption> stored(int option) {
        return chosen.stream().filter(one -> one.configId() == option).findFirst();
    }

    /** 0 for an option that the catalogue does not have. */
    int type(int option) {
        CatalogueOption known = catalogue.get(option);
        return known == null ? 0 : known.type();
    }

    /**
     * @return empty for an option that the catalogue does not have
     */
    String name(int option) {
        CatalogueOption known = catalogue.get(option);
        return known == null ? "" : known.name();
    }

    /**
     * @return whether the service has the option, and the catalogue as well
     */
    boolean offers(int option) {
        return catalogue.containsKey(option) && stored(option).isPresent();
    }

    boolean isCounted(int option) {
        return counted.contains(type(option));
    }

    /**
     * What WHMCS asks, in the service's currency and cycle.
     *
     * @return empty without a row. WHMCS writes -1 where it does not offer something: that costs
     *     nothing, and never makes the rest cheaper
     */
    Optional<BigDecimal> list(int relid) {
        return service.renews()
                .flatMap(cycle -> prices.of(service.currency().id(), relid, cycle))
                .map(price -> price.max(Money.NOTHING));
    }

    /** Of one unit: by the stored sub-option, else by the option's own number. */
    Optional<BigDecimal> unit(int option) {
        return list(stored(option).map(ChosenOption::subId).filter(sub -> sub > 0).orElse(option));
    }

    /** Of one, or of what is chosen, as it is stored. */
    Optional<BigDecimal> listOf(int option) {
        return isCounted(option)
                ? unit(option)
                : stored(option).map(ChosenOption::subId).flatMap(this::list);
    }
}
