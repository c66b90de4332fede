package com.eazybackup.discount;

import java.util.Comparator;
import java.util.Locale;

/** What services are sorted by. Amounts of different currencies are compared as numbers. */
public enum ServiceOrder {
    CLIENT(
            Comparator.comparing(
                    service -> service.service().clientName().toLowerCase(Locale.ROOT))),
    SAVING(Comparator.comparing(service -> service.computed().saving())),
    DIFFERENCE(Comparator.comparing(DiscountedService::difference)),
    AMOUNT(Comparator.comparing(service -> service.service().amount()));

    @SuppressWarnings("ImmutableEnumChecker") // Comparators keep nothing.
    private final Comparator<DiscountedService> order;

    ServiceOrder(Comparator<DiscountedService> order) {
        this.order = order;
    }

    Comparator<DiscountedService> order(boolean down) {
        return (down ? order.reversed() : order)
                .thenComparing(service -> service.service().id().value());
    }
}
