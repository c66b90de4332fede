package com.eazybackup.discount;

import com.eazybackup.discount.SheetOption.Choice;
import com.eazybackup.discount.SheetOption.Saving;
import com.eazybackup.discount.SheetOption.UsedPart;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import com.eazybackup.usage.AccountFigures;
import com.eazybackup.whmcs.CatalogueOption;
import com.eazybackup.whmcs.ChosenOption;
import com.eazybackup.whmcs.OptionChoice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is shown of each option; the sheet and the list of services tell the same. */
@ApplicationScoped
class SheetMaker {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private OptionUses uses;
    private int floorPercent;

    SheetMaker() {}

    @Inject
    SheetMaker(OptionUses uses, Settings settings) {
        this.uses = uses;
        this.floorPercent = settings.number(Setting.EB_DISCOUNT_FLOOR_PERCENT);
    }

    int floorPercent() {
        return floorPercent;
    }

    /**
     * @param figures null for a service that has none
     * @return those that the service has in WHMCS's order, then what is left of others
     */
    List<SheetOption> options(
            Bill bill,
            Map<Integer, SavedDiscount> saved,
            Map<Integer, List<OptionChoice>> choices,
            Map<Integer, Saving> savings,
            AccountFigures figures) {
        Set<Integer> all = new LinkedHashSet<>();
        bill.chosen().forEach(option -> all.add(option.configId()));
        all.addAll(saved.keySet());
        List<SheetOption> options = new ArrayList<>();
        for (int option : all) {
            // What the catalogue has no more and nobody has discounted is WHMCS's to clear away.
            if (bill.offers(option) || saved.containsKey(option)) {
                options.add(
                        option(
                                bill,
                                option,
                                saved.get(option),
                                choices.getOrDefault(option, List.of()),
                                Optional.ofNullable(savings.get(option)),
                                figures));
            }
        }
        return options;
    }

    private SheetOption option(
            Bill bill,
            int option,
            SavedDiscount saved,
            List<OptionChoice> choices,
            Optional<Saving> saving,
            AccountFigures figures) {
        CatalogueOption known = bill.catalogue().get(option);
        Optional<ChosenOption> chosen = bill.stored(option);
        Optional<BigDecimal> list = bill.listOf(option);
        BigDecimal discount = saved == null ? null : saved.price();
        boolean offered = bill.offers(option);
        return new SheetOption(
                option,
                bill.name(option),
                bill.type(option),
                bill.isCounted(option) ? chosen.map(ChosenOption::quantity).orElse(null) : null,
                known == null ? 0 : known.least(),
                known == null ? 0 : known.most(),
                chosen.map(ChosenOption::subId).orElse(null),
                choices.stream().map(choice -> Choice.of(choice, bill)).toList(),
                list.orElse(null),
                discount,
                saved == null ? null : saved.listWhenSaved(),
                saved != null && !offered,
                offered && belowCost(discount, list.orElse(null)),
                saved == null ? Optional.empty() : saving,
                chosen.flatMap(one -> uses.of(one, bill.chosen(), figures))
                        .map(
                                used ->
                                        new UsedPart(
                                                used.amount(),
                                                used.use().unit(),
                                                used.unbilled(),
                                                used.at())));
    }

    private boolean belowCost(BigDecimal discount, BigDecimal list) {
        return discount != null
                && list != null
                && discount.multiply(WHOLE)
                                .compareTo(list.multiply(BigDecimal.valueOf(floorPercent)))
                        < 0;
    }

    /**
     * What the saved prices come to. Where the amount is exactly what they come to with choices
     * that have no discount, somebody has billed these: then with them.
     */
    static Calculated computed(Bill bill) {
        Calculated usual = Recalculation.of(bill, List.of());
        if (Money.same(usual.amount(), bill.service().amount())) {
            return usual;
        }
        Calculated all = Recalculation.ofAllStored(bill);
        return Money.same(all.amount(), bill.service().amount()) ? all : usual;
    }
}
