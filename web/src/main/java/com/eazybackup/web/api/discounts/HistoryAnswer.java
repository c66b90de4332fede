package com.eazybackup.web.api.discounts;

import com.eazybackup.discount.HistoryChange;
import com.eazybackup.discount.HistoryChange.What;
import com.eazybackup.discount.HistoryEntry;
import com.eazybackup.discount.HistoryPage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who changed prices and amounts, as programs see it. */
record HistoryAnswer(List<Entry> items, int page, int size, long total) {

    /**
     * @param before null for none, as {@code after}
     */
    record Change(int configoptionid, String name, String before, String after) {}

    record Entry(
            long id,
            long at,
            String who,
            String kind,
            List<Change> changes,
            List<Change> quantities,
            String amountBefore,
            String amountAfter,
            boolean undoable,
            SheetAnswer.Doing undone,
            String state) {}

    /**
     * @param choices what sub-options are called
     */
    static HistoryAnswer of(HistoryPage found, Map<Integer, String> choices, int page, int size) {
        return new HistoryAnswer(
                found.entries().stream().map(entry -> entry(entry, choices)).toList(),
                page,
                size,
                found.total());
    }

    private static Entry entry(HistoryEntry entry, Map<Integer, String> choices) {
        return new Entry(
                entry.id(),
                entry.at().toEpochMilli(),
                entry.who(),
                word(entry.kind()),
                entry.changes().stream()
                        .filter(change -> change.what() == What.PRICE)
                        .map(
                                change ->
                                        new Change(
                                                change.configId(),
                                                change.name(),
                                                Shown.money(change.before()),
                                                Shown.money(change.after())))
                        .toList(),
                entry.changes().stream()
                        .filter(change -> change.what() != What.PRICE)
                        .map(
                                change ->
                                        new Change(
                                                change.configId(),
                                                change.name(),
                                                value(change, change.before(), choices),
                                                value(change, change.after(), choices)))
                        .toList(),
                Shown.money(entry.amountBefore()),
                Shown.money(entry.amountAfter()),
                entry.undoable(),
                entry.undone()
                        .map(
                                undone ->
                                        new SheetAnswer.Doing(
                                                undone.by(), undone.at().toEpochMilli()))
                        .orElse(null),
                word(entry.state()));
    }

    private static String value(
            HistoryChange change, BigDecimal value, Map<Integer, String> choices) {
        String number = Shown.number(value);
        return change.what() == What.CHOICE
                ? choices.getOrDefault(value.intValue(), number)
                : number;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
