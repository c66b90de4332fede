package com.eazybackup.discount;

import com.eazybackup.whmcs.ChosenOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Adds up what the options of a service cost. The product's own price never counts.
 *
 * <p>Guarantee: nothing but its arguments decides; exact decimals, rounded once at the end. Where
 * choices are named, they alone count. Where none are, the stored ones count, and of options that
 * are chosen rather than counted only those with a discount: WHMCS stores a choice for everything
 * that a product offers, and nobody has said that it is billed. What does not renew costs nothing.
 */
final class Recalculation {

    private Recalculation() {}

    static Calculated of(Bill bill, List<LiveChoice> live) {
        if (bill.service().renews().isEmpty()) {
            return calculated(bill, List.of());
        }
        return calculated(
                bill,
                live.isEmpty()
                        ? bill.chosen().stream().map(option -> stored(bill, option)).toList()
                        : live.stream().map(choice -> chosen(bill, choice)).toList());
    }

    /** As if somebody had named everything that is stored. */
    static Calculated ofAllStored(Bill bill) {
        return of(
                bill,
                bill.chosen().stream()
                        .map(one -> new LiveChoice(one.configId(), one.subId(), one.quantity()))
                        .toList());
    }

    private static Calculated calculated(Bill bill, List<CalculatedLine> lines) {
        return new Calculated(
                bill.service().id().value(),
                bill.service().cycle(),
                bill.service().currency().id(),
                bill.service().renews(),
                sum(lines, CalculatedLine::contribution),
                sum(lines, CalculatedLine::listContribution),
                lines);
    }

    private static BigDecimal sum(
            List<CalculatedLine> lines, Function<CalculatedLine, BigDecimal> of) {
        return Money.rounded(lines.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static CalculatedLine stored(Bill bill, ChosenOption option) {
        if (bill.isCounted(option.configId())) {
            return counted(bill, option.configId(), option.quantity());
        }
        BigDecimal discount = bill.discounts().get(option.configId());
        return choice(bill, option.configId(), option.subId(), discount == null);
    }

    private static CalculatedLine chosen(Bill bill, LiveChoice choice) {
        if (bill.isCounted(choice.configId())) {
            return counted(
                    bill, choice.configId(), choice.quantity() == null ? 0 : choice.quantity());
        }
        return choice(bill, choice.configId(), choice.subId() == null ? 0 : choice.subId(), false);
    }

    private static CalculatedLine counted(Bill bill, int option, int quantity) {
        BigDecimal discount = bill.discounts().get(option);
        Optional<BigDecimal> list = bill.unit(option);
        BigDecimal many = BigDecimal.valueOf(Math.max(0, quantity));
        BigDecimal atList = list.orElse(Money.NOTHING).multiply(many);
        return new CalculatedLine(
                option,
                bill.type(option),
                quantity,
                null,
                discount,
                list.orElse(null),
                discount == null ? atList : discount.multiply(many),
                atList,
                false);
    }

    /** A discount is absolute: it counts also where nothing is chosen. */
    private static CalculatedLine choice(Bill bill, int option, int sub, boolean skipped) {
        BigDecimal discount = bill.discounts().get(option);
        Optional<BigDecimal> list = sub > 0 ? bill.list(sub) : Optional.empty();
        BigDecimal atList = skipped ? Money.NOTHING : list.orElse(Money.NOTHING);
        return new CalculatedLine(
                option,
                bill.type(option),
                null,
                sub,
                discount,
                list.orElse(null),
                discount == null ? atList : discount,
                atList,
                skipped);
    }
}
