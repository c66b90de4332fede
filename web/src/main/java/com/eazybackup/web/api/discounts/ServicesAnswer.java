package com.eazybackup.web.api.discounts;

import com.eazybackup.discount.DiscountedService;
import com.eazybackup.discount.ServiceFilter;
import com.eazybackup.discount.ServicePage;
import com.eazybackup.discount.SheetOption;
import com.eazybackup.web.api.discounts.SheetAnswer.Named;
import com.eazybackup.whmcs.BilledService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Services with discounts, as programs see them. */
record ServicesAnswer(
        List<Item> items,
        int page,
        int size,
        int total,
        long asOf,
        Map<String, Long> counts,
        List<Saving> savings) {

    record Saving(String currency, String cycle, String saving) {}

    record Unbilled(int configoptionid, String name, String paid, String used) {

        static Unbilled of(SheetOption option) {
            return new Unbilled(
                    option.configId(),
                    option.name(),
                    option.quantity() == null ? "0" : option.quantity().toString(),
                    Shown.number(option.used().orElseThrow().amount()));
        }
    }

    record Item(
            int id,
            Named client,
            Named product,
            String account,
            String status,
            String cycle,
            String currency,
            String amount,
            String computed,
            String difference,
            long discounts,
            String saving,
            long optionGone,
            long listChanged,
            long belowCost,
            List<Unbilled> unbilled) {

        static Item of(DiscountedService found) {
            BilledService service = found.service();
            return new Item(
                    service.id().value(),
                    new Named(service.client().value(), service.clientName()),
                    new Named(service.productId(), service.productName()),
                    service.username(),
                    service.status(),
                    service.cycle(),
                    service.currency().code(),
                    Shown.money(service.amount()),
                    Shown.money(found.computed().amount()),
                    Shown.money(found.difference()),
                    found.discounts(),
                    Shown.money(found.computed().saving()),
                    found.gone(),
                    found.listChanged(),
                    found.belowCost(),
                    found.unbilled().stream().map(Unbilled::of).toList());
        }
    }

    static ServicesAnswer of(ServicePage page) {
        Map<String, Long> counts = new LinkedHashMap<>();
        page.counts().forEach((filter, count) -> counts.put(name(filter), count));
        return new ServicesAnswer(
                page.services().stream().map(Item::of).toList(),
                page.page(),
                page.size(),
                page.total(),
                page.asOf().toEpochMilli(),
                counts,
                page.savings().stream()
                        .map(
                                one ->
                                        new Saving(
                                                one.currency(),
                                                one.cycle(),
                                                Shown.money(one.saving())))
                        .toList());
    }

    private static String name(ServiceFilter filter) {
        return filter.wire().replace('-', '_');
    }
}
