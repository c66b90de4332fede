package com.eazybackup.discount;

import com.eazybackup.discount.DiscountRefused.Change;
import com.eazybackup.discount.DiscountRefused.Conflict;
import com.eazybackup.discount.DiscountRefused.Flaw;
import com.eazybackup.discount.HistoryChange.What;
import com.eazybackup.discount.HistoryEntry.Kind;
import com.eazybackup.discount.HistoryEntry.State;
import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.whmcs.ServiceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The prices that were agreed on for single options of a service.
 *
 * <p>Guarantee: a batch is saved whole or not at all, in one transaction; of two at the same time
 * one waits for the other. What changed is in the history. Nothing here changes what the service
 * costs: that is {@link AmountDesk}'s.
 *
 * <p>Errors: {@link DatabaseUnavailable} when the database does not answer; then nothing was saved.
 */
@ApplicationScoped
public class DiscountBook {

    private DataSource database;
    private BillReader bills;
    private Clock clock;

    DiscountBook() {}

    @Inject
    DiscountBook(DataSource database, BillReader bills, Clock clock) {
        this.database = database;
        this.bills = bills;
        this.clock = clock;
    }

    /**
     * Saves and removes prices. The list price of the moment is kept beside each.
     *
     * @return empty when WHMCS has no such service
     * @throws DiscountRefused {@code FLAWED} when one of them cannot be, {@code PRICES_CHANGED}
     *     when its author has seen another one
     */
    public Optional<Saved> save(ServiceId service, List<PriceWish> wishes, DiscountAuthor author) {
        return bills.of(service).map(bill -> save(bill, wishes, author));
    }

    private Saved save(Bill bill, List<PriceWish> wishes, DiscountAuthor author) {
        int service = bill.service().id().value();
        return Statements.inOne(
                database,
                statements -> {
                    statements.lock(service);
                    DiscountTable table = new DiscountTable(statements, service);
                    HistoryTable history = new HistoryTable(statements, service);
                    Map<Integer, SavedDiscount> saved = table.saved();
                    refuseFlawed(bill, wishes, saved);
                    refuseConflicting(bill, wishes, saved, history);
                    return write(bill, wishes, author, table, history, saved);
                });
    }

    private Saved write(
            Bill bill,
            List<PriceWish> wishes,
            DiscountAuthor author,
            DiscountTable table,
            HistoryTable history,
            Map<Integer, SavedDiscount> saved)
            throws SQLException {
        List<HistoryChange> changes = new ArrayList<>();
        int removed = 0;
        for (PriceWish wish : wishes) {
            BigDecimal before = price(saved, wish.configId());
            BigDecimal after = wish.price() == null ? null : Money.of(wish.price());
            // Also when it is the same: its author has seen what WHMCS asks now.
            table.put(wish.configId(), after, bill.listOf(wish.configId()).orElse(Money.NOTHING));
            HistoryChange change =
                    new HistoryChange(
                            What.PRICE, wish.configId(), bill.name(wish.configId()), before, after);
            if (!change.changesNothing()) {
                changes.add(change);
                removed += after == null ? 1 : 0;
            }
        }
        if (!changes.isEmpty()) {
            history.add(Kind.PRICES, State.DONE, author, clock.instant(), null, null, changes);
        }
        return new Saved(changes.size() - removed, removed, wishes.size() - changes.size());
    }

    private static void refuseFlawed(
            Bill bill, List<PriceWish> wishes, Map<Integer, SavedDiscount> saved) {
        List<Flaw> flaws = new ArrayList<>();
        Set<Integer> named = new HashSet<>();
        for (PriceWish wish : wishes) {
            int option = wish.configId();
            boolean there =
                    bill.offers(option) || (wish.price() == null && saved.containsKey(option));
            if (!there) {
                flaws.add(new Flaw(option, "configoptionid", PriceFlaw.UNKNOWN_OPTION));
            } else if (!named.add(option)) {
                flaws.add(new Flaw(option, "configoptionid", PriceFlaw.TWICE));
            }
            if (wish.price() != null) {
                Money.flaw(wish.price())
                        .ifPresent(flaw -> flaws.add(new Flaw(option, "discount_price", flaw)));
            }
            if (wish.beganWith() != null) {
                Money.flaw(wish.beganWith())
                        .ifPresent(flaw -> flaws.add(new Flaw(option, "began_with", flaw)));
            }
        }
        if (!flaws.isEmpty()) {
            throw DiscountRefused.flawed(flaws);
        }
    }

    private static void refuseConflicting(
            Bill bill,
            List<PriceWish> wishes,
            Map<Integer, SavedDiscount> saved,
            HistoryTable history)
            throws SQLException {
        List<Conflict> conflicts = new ArrayList<>();
        for (PriceWish wish : wishes) {
            BigDecimal theirs = price(saved, wish.configId());
            BigDecimal began = wish.beganWith() == null ? null : Money.of(wish.beganWith());
            BigDecimal yours = wish.price() == null ? null : Money.of(wish.price());
            // Who wants what is there already has nothing to lose.
            if (wish.compared() && !Money.same(began, theirs) && !Money.same(yours, theirs)) {
                conflicts.add(
                        new Conflict(
                                wish.configId(), bill.name(wish.configId()), began, theirs, yours));
            }
        }
        if (!conflicts.isEmpty()) {
            Change change =
                    history.lastPrices(conflicts.stream().map(Conflict::configId).toList())
                            .filter(entry -> explains(entry, conflicts))
                            .map(
                                    entry ->
                                            new Change(
                                                    entry.who(),
                                                    entry.at(),
                                                    entry.amountBefore(),
                                                    entry.amountAfter()))
                            .orElse(Change.NOBODYS);
            throw DiscountRefused.conflicting(conflicts, change);
        }
    }

    /** A price that was changed past the portal is not said to be somebody's of the history. */
    private static boolean explains(HistoryEntry entry, List<Conflict> conflicts) {
        return entry.changes(What.PRICE).stream()
                .anyMatch(
                        change ->
                                conflicts.stream()
                                        .anyMatch(
                                                one ->
                                                        one.configId() == change.configId()
                                                                && Money.same(
                                                                        one.theirs(),
                                                                        change.after())));
    }

    private static BigDecimal price(Map<Integer, SavedDiscount> saved, int option) {
        return saved.containsKey(option) ? saved.get(option).price() : null;
    }

    /**
     * Removes one price; also of an option that is gone, and also when there is none.
     *
     * @return whether there was one; empty when WHMCS has no such service
     */
    public Optional<Boolean> remove(ServiceId service, int option, DiscountAuthor author) {
        return bills.of(service)
                .map(bill -> bill.discounts().containsKey(option) && removed(bill, option, author));
    }

    private boolean removed(Bill bill, int option, DiscountAuthor author) {
        int service = bill.service().id().value();
        return Statements.inOne(
                database,
                statements -> {
                    statements.lock(service);
                    DiscountTable table = new DiscountTable(statements, service);
                    Map<Integer, SavedDiscount> saved = table.saved();
                    return saved.containsKey(option)
                            && write(
                                                    bill,
                                                    List.of(PriceWish.of(option, null)),
                                                    author,
                                                    table,
                                                    new HistoryTable(statements, service),
                                                    saved)
                                            .removed()
                                    == 1;
                });
    }
}
