package com.eazybackup.discount;

import com.eazybackup.discount.HistoryChange.What;
import com.eazybackup.discount.HistoryTable.Numbered;
import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.SqlTable;
import com.eazybackup.whmcs.ChosenOption;
import com.eazybackup.whmcs.ServiceBilling;
import com.eazybackup.whmcs.ServiceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Who changed prices and amounts of a service, and back.
 *
 * <p>Cost: seven statements a page at most. What somebody saved on the way to an amount is told
 * with that amount, as one entry.
 *
 * <p>Errors: {@link DatabaseUnavailable} when the database does not answer.
 */
@ApplicationScoped
public class DiscountHistory {

    private SqlTable table;
    private ServiceBilling billing;

    DiscountHistory() {}

    @Inject
    DiscountHistory(DataSource database, ServiceBilling billing) {
        this.table = new SqlTable(database, "eb_discount_history");
        this.billing = billing;
    }

    /**
     * @param page from 1
     * @return empty when WHMCS has no such service
     */
    public Optional<HistoryPage> of(ServiceId service, int page, int size) {
        return billing.amountOf(service).map(amount -> page(service, amount, page, size));
    }

    /**
     * @return of these sub-options those that there are, with their names
     */
    public Map<Integer, String> choiceNames(List<HistoryEntry> entries) {
        Set<Integer> subIds = new HashSet<>();
        entries.stream()
                .flatMap(entry -> entry.changes().stream())
                .filter(change -> change.what() == What.CHOICE)
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .forEach(sub -> subIds.add(sub.intValue()));
        return billing.choiceNames(subIds);
    }

    private HistoryPage page(ServiceId service, BigDecimal amount, int page, int size) {
        long total =
                table.read(
                                "SELECT COUNT(*) FROM eb_discount_history"
                                        + " WHERE serviceid = ? AND part_of IS NULL",
                                row -> row.getLong(1),
                                service.value())
                        .get(0);
        List<HistoryEntry> entries =
                table.read(
                        HistoryTable.ENTRIES + " ORDER BY h.at_ms DESC, h.id DESC LIMIT ? OFFSET ?",
                        HistoryTable::entry,
                        service.value(),
                        size,
                        (page - 1L) * size);
        if (entries.isEmpty()) {
            return new HistoryPage(total, entries);
        }
        Map<Long, List<HistoryChange>> changes = changes(entries);
        Map<Integer, BigDecimal> saved =
                DiscountTable.prices(
                        DiscountTable.byOption(
                                table.read(
                                        DiscountTable.OF_SERVICE,
                                        DiscountTable::row,
                                        service.value())));
        List<ChosenOption> chosen = billing.chosenBy(service);
        return new HistoryPage(
                total,
                entries.stream()
                        .map(
                                entry ->
                                        entry.with(
                                                changes.getOrDefault(entry.id(), List.of()), false))
                        .map(
                                entry ->
                                        entry.with(
                                                entry.changes(),
                                                undoable(entry, amount, saved, chosen)))
                        .toList());
    }

    private static boolean undoable(
            HistoryEntry entry,
            BigDecimal amount,
            Map<Integer, BigDecimal> saved,
            List<ChosenOption> chosen) {
        return Untouched.is(entry, saved, chosen)
                && (entry.amountAfter() == null || Money.same(entry.amountAfter(), amount));
    }

    private Map<Long, List<HistoryChange>> changes(List<HistoryEntry> entries) {
        return table
                .read(
                        HistoryTable.CHANGES
                                + HistoryTable.marks(entries.size())
                                + " ORDER BY configoptionid",
                        Numbered::of,
                        entries.stream().map(HistoryEntry::id).toArray())
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Numbered::entry,
                                Collectors.mapping(Numbered::change, Collectors.toList())));
    }
}
