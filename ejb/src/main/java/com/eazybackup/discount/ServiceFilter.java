package com.eazybackup.discount;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Which services are listed. */
public enum ServiceFilter {
    DISCOUNTED(service -> true),
    ALL(service -> true),
    DIFFERS(DiscountedService::differs),
    LIST_CHANGED(service -> service.listChanged() > 0),
    OPTION_GONE(service -> service.gone() > 0),
    BELOW_COST(service -> service.belowCost() > 0),
    UNBILLED(service -> !service.unbilled().isEmpty());

    @SuppressWarnings("ImmutableEnumChecker") // Method references keep nothing.
    private final Predicate<DiscountedService> takes;

    ServiceFilter(Predicate<DiscountedService> takes) {
        this.takes = takes;
    }

    boolean takes(DiscountedService service) {
        return takes.test(service);
    }

    /**
     * @return whether it looks beyond services with discounts
     */
    boolean everywhere() {
        return this == ALL;
    }

    /**
     * @return as addresses spell it
     */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ServiceFilter> of(String wire) {
        return Arrays.stream(values()).filter(filter -> filter.wire().equals(wire)).findFirst();
    }
}
