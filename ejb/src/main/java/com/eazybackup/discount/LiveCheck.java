package com.eazybackup.discount;

import com.eazybackup.discount.DiscountRefused.Flaw;
import com.eazybackup.discount.HistoryChange.What;
import com.eazybackup.whmcs.CatalogueOption;
import com.eazybackup.whmcs.ChosenOption;
import com.eazybackup.whmcs.OptionChoice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What somebody has chosen and not saved, held against what the service can have. */
final class LiveCheck {

    private final Bill bill;
    private final Map<Integer, List<OptionChoice>> choices;

    LiveCheck(Bill bill, Map<Integer, List<OptionChoice>> choices) {
        this.bill = bill;
        this.choices = choices;
    }

    /**
     * @throws DiscountRefused {@code FLAWED} when one of them is named twice
     */
    static void refuseTwice(List<LiveChoice> live) {
        Set<Integer> named = new HashSet<>();
        List<Flaw> flaws =
                live.stream()
                        .filter(one -> !named.add(one.configId()))
                        .map(one -> new Flaw(one.configId(), "options", PriceFlaw.TWICE))
                        .toList();
        if (!flaws.isEmpty()) {
            throw DiscountRefused.flawed(flaws);
        }
    }

    /**
     * @throws DiscountRefused {@code FLAWED} when WHMCS could not sell one of them so
     */
    void refuseImpossible(List<LiveChoice> live) {
        refuseTwice(live);
        List<Flaw> flaws = new ArrayList<>();
        for (LiveChoice one : live) {
            if (!bill.offers(one.configId())) {
                flaws.add(new Flaw(one.configId(), "options", PriceFlaw.UNKNOWN_OPTION));
            } else if (bill.isCounted(one.configId())) {
                if (!inRange(one)) {
                    flaws.add(new Flaw(one.configId(), "options", PriceFlaw.OUT_OF_RANGE));
                }
            } else if (!offered(one)) {
                flaws.add(new Flaw(one.configId(), "options", PriceFlaw.NO_SUCH_CHOICE));
            }
        }
        if (!flaws.isEmpty()) {
            throw DiscountRefused.flawed(flaws);
        }
    }

    /**
     * What was chosen before somebody in WHMCS changed it is not written over unseen.
     *
     * @throws DiscountRefused {@code CHOICES_CHANGED} when one is neither what its author has seen
     *     nor what he wants
     */
    void refuseUnseen(List<LiveChoice> live) {
        List<Flaw> flaws =
                live.stream()
                        .filter(one -> one.beganWith() != null)
                        .filter(one -> stored(one) != one.beganWith() && stored(one) != wanted(one))
                        .map(
                                one ->
                                        new Flaw(
                                                one.configId(),
                                                "options",
                                                PriceFlaw.CHANGED_MEANWHILE))
                        .toList();
        if (!flaws.isEmpty()) {
            throw DiscountRefused.choicesChanged(flaws);
        }
    }

    private int stored(LiveChoice one) {
        ChosenOption stored = bill.stored(one.configId()).orElseThrow();
        return bill.isCounted(one.configId()) ? stored.quantity() : stored.subId();
    }

    private int wanted(LiveChoice one) {
        return bill.isCounted(one.configId()) ? one.quantity() : one.subId();
    }

    /** What is stored already is in range: somebody in WHMCS has seen to it. */
    private boolean inRange(LiveChoice one) {
        if (one.quantity() == null) {
            return false;
        }
        int quantity = one.quantity();
        CatalogueOption option = bill.catalogue().get(one.configId());
        boolean asStored = bill.stored(one.configId()).orElseThrow().quantity() == quantity;
        return asStored
                || (quantity >= Math.max(0, option.least())
                        && (option.most() <= 0 || quantity <= option.most()));
    }

    private boolean offered(LiveChoice one) {
        if (one.subId() == null) {
            return false;
        }
        int sub = one.subId();
        return bill.stored(one.configId()).orElseThrow().subId() == sub
                || choices.getOrDefault(one.configId(), List.of()).stream()
                        .anyMatch(choice -> choice.id() == sub);
    }

    /** What would have to be stored anew. */
    List<HistoryChange> changes(List<LiveChoice> live) {
        List<HistoryChange> changes = new ArrayList<>();
        for (LiveChoice one : live) {
            changes.add(
                    new HistoryChange(
                            bill.isCounted(one.configId()) ? What.QUANTITY : What.CHOICE,
                            one.configId(),
                            bill.name(one.configId()),
                            BigDecimal.valueOf(stored(one)),
                            BigDecimal.valueOf(wanted(one))));
        }
        changes.removeIf(HistoryChange::changesNothing);
        return changes;
    }

    /**
     * @return for WHMCS, all that the service has of its options, with these changes; empty without
     *     any
     */
    static Map<Integer, Integer> wanted(Bill bill, List<HistoryChange> changes) {
        Map<Integer, Integer> wanted = new LinkedHashMap<>();
        if (changes.isEmpty()) {
            return wanted;
        }
        for (ChosenOption option : bill.chosen()) {
            if (bill.catalogue().containsKey(option.configId())) {
                wanted.put(
                        option.configId(),
                        bill.isCounted(option.configId()) ? option.quantity() : option.subId());
            }
        }
        changes.forEach(change -> wanted.put(change.configId(), change.after().intValue()));
        return wanted;
    }

    /**
     * @return those of the changes that WHMCS has not stored
     */
    static List<HistoryChange> missing(List<HistoryChange> changes, List<ChosenOption> stored) {
        return changes.stream()
                .filter(change -> change.what() != What.PRICE)
                .filter(
                        change ->
                                stored.stream()
                                        .noneMatch(
                                                option ->
                                                        option.configId() == change.configId()
                                                                && value(option, change.what())
                                                                        == change.after()
                                                                                .intValue()))
                .toList();
    }

    static int value(ChosenOption option, What what) {
        return what == What.CHOICE ? option.subId() : option.quantity();
    }
}
