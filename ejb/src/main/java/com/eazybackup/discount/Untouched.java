package com.eazybackup.discount;

import com.eazybackup.discount.HistoryChange.What;
import com.eazybackup.discount.HistoryEntry.Kind;
import com.eazybackup.whmcs.ChosenOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Whether what an entry of the history changed is as it has left it, the amount apart. */
final class Untouched {

    private Untouched() {}

    static boolean is(
            HistoryEntry entry, Map<Integer, BigDecimal> saved, List<ChosenOption> chosen) {
        return entry.done()
                && entry.undone().isEmpty()
                && (entry.kind() == Kind.PRICES || entry.kind() == Kind.AMOUNT)
                && entry.changes(What.PRICE).stream()
                        .allMatch(
                                change -> Money.same(saved.get(change.configId()), change.after()))
                && entry.changes().stream()
                        .filter(change -> change.what() != What.PRICE)
                        .allMatch(change -> LiveCheck.missing(List.of(change), chosen).isEmpty());
    }
}
