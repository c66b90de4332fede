package com.eazybackup.web.api.discounts;

import com.eazybackup.discount.Calculated;
import com.eazybackup.discount.ServiceSheet;
import com.eazybackup.discount.SheetOption;
import com.eazybackup.discount.SheetOption.UsedPart;
import com.eazybackup.whmcs.BilledService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A service with its options, discounts and what they come to, as programs see it.
 *
 * @param pending null when no change of the amount is under way
 */
record SheetAnswer(
        Service service,
        boolean maySet,
        long asOf,
        boolean cycleBilled,
        List<Option> options,
        Computed computed,
        boolean differs,
        Doing pending,
        int floorPercent) {

    /** A number with a name. */
    record Named(int id, String name) {}

    record Currency(String code, String prefix) {}

    /** Who did something, and when. */
    record Doing(String by, long at) {

        static Doing of(SheetOption.Saving saving) {
            return new Doing(saving.by(), saving.at().toEpochMilli());
        }
    }

    record Service(
            int id,
            Named client,
            String account,
            String profile,
            Named product,
            String status,
            String cycle,
            Currency currency,
            String nextDue,
            String amount) {

        static Service of(BilledService service) {
            return new Service(
                    service.id().value(),
                    new Named(service.client().value(), service.clientName()),
                    service.username(),
                    service.profile().orElse(null),
                    new Named(service.productId(), service.productName()),
                    service.status(),
                    service.cycle(),
                    new Currency(service.currency().code(), service.currency().prefix()),
                    service.nextDue().map(LocalDate::toString).orElse(null),
                    Shown.money(service.amount()));
        }
    }

    record Choice(int subId, String name, String listPrice) {}

    /**
     * @param asOf null when nobody knows when it was measured
     */
    record Used(String amount, String unit, Long asOf) {}

    record Option(
            int configoptionid,
            String name,
            String type,
            int optType,
            Integer quantity,
            int quantityMin,
            int quantityMax,
            Integer subId,
            List<Choice> choices,
            String listPrice,
            String discountPrice,
            String listPriceWhenSaved,
            boolean listChanged,
            boolean gone,
            boolean belowCost,
            Doing saved,
            Used used,
            String unbilled) {

        static Option of(SheetOption option) {
            return new Option(
                    option.configId(),
                    option.name(),
                    typeOf(option),
                    option.type(),
                    option.quantity(),
                    option.least(),
                    option.most(),
                    option.subId(),
                    option.choices().stream()
                            .map(
                                    choice ->
                                            new Choice(
                                                    choice.subId(),
                                                    choice.name(),
                                                    Shown.money(choice.list())))
                            .toList(),
                    Shown.money(option.list()),
                    Shown.money(option.discount()),
                    Shown.money(option.listWhenSaved()),
                    option.listChanged(),
                    option.gone(),
                    option.belowCost(),
                    option.saved().map(Doing::of).orElse(null),
                    option.used()
                            .map(
                                    used ->
                                            new Used(
                                                    Shown.number(used.amount()),
                                                    used.unit(),
                                                    used.at().map(Shown::time).orElse(null)))
                            .orElse(null),
                    option.used()
                            .map(UsedPart::unbilled)
                            .filter(unbilled -> unbilled.signum() > 0)
                            .map(Shown::number)
                            .orElse(null));
        }

        private static String typeOf(SheetOption option) {
            return switch (option.type()) {
                case 2 -> "radio";
                case 3 -> "yesno";
                case 4 -> "quantity";
                default -> option.quantity() == null ? "select" : "quantity";
            };
        }
    }

    record Computed(
            String amount, String listAmount, String saving, List<Map<String, Object>> lines) {

        static Computed of(Calculated calculated) {
            return new Computed(
                    Shown.money(calculated.amount()),
                    Shown.money(calculated.listAmount()),
                    Shown.money(calculated.saving()),
                    CalculatedAnswer.lines(calculated));
        }
    }

    static SheetAnswer of(ServiceSheet sheet, boolean maySet) {
        return new SheetAnswer(
                Service.of(sheet.service()),
                maySet,
                sheet.asOf().toEpochMilli(),
                sheet.service().renews().isPresent(),
                sheet.options().stream().map(Option::of).toList(),
                Computed.of(sheet.computed()),
                sheet.differs(),
                sheet.pending().map(Doing::of).orElse(null),
                sheet.floorPercent());
    }
}
