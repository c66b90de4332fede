package com.eazybackup.discount;

import com.eazybackup.discount.AmountSender.Intent;
import com.eazybackup.discount.DiscountRefused.Reason;
import com.eazybackup.discount.HistoryChange.What;
import com.eazybackup.discount.HistoryEntry.Kind;
import com.eazybackup.discount.HistoryEntry.State;
import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.whmcs.ServiceId;
import com.eazybackup.whmcs.WhmcsException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Writes what a service costs to WHMCS, and takes it back.
 *
 * <p>Guarantee: never over an amount that somebody else has set meanwhile. What is about to be done
 * is written down first, so that of two at a time one is refused, on all nodes; WHMCS itself is
 * asked what it has, changed by its own API with its recalculation off, and asked again. When its
 * answer does not come, nothing is tried again: the entry stays pending, and WHMCS is asked how it
 * ended when somebody looks next. Limit: between WHMCS's answer and the change somebody in WHMCS
 * could still set another amount; its API has no condition to send along.
 *
 * <p>Errors: {@link WhmcsException} when WHMCS cannot be asked or says no, {@link
 * DatabaseUnavailable} when the database does not answer; {@link DiscountRefused} with the reason.
 * After each of them WHMCS has the amount that it had: a database that goes away when WHMCS has
 * been told already leaves the entry pending instead.
 */
@ApplicationScoped
public class AmountDesk {

    private DataSource database;
    private BillReader bills;
    private PendingAmounts pending;
    private AmountSender sender;
    private Clock clock;

    AmountDesk() {}

    @Inject
    AmountDesk(
            DataSource database,
            BillReader bills,
            PendingAmounts pending,
            AmountSender sender,
            Clock clock) {
        this.database = database;
        this.bills = bills;
        this.pending = pending;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * Writes the amount that the saved prices come to.
     *
     * @return empty when WHMCS has no such service
     */
    public Optional<AmountWritten> commit(
            ServiceId service, AmountOrder order, DiscountAuthor author) {
        pending.settle(service);
        return bills.read(service).map(read -> commit(read, order, author));
    }

    private AmountWritten commit(BillReader.Read read, AmountOrder order, DiscountAuthor author) {
        Bill bill = read.bill();
        if (bill.service().renews().isEmpty()) {
            throw DiscountRefused.because(Reason.NOT_RENEWING);
        }
        LiveCheck check = new LiveCheck(bill, read.whmcs().choices());
        check.refuseImpossible(order.live());
        check.refuseUnseen(order.live());
        Intent intent =
                Statements.inOne(
                        database,
                        statements ->
                                intent(
                                        statements,
                                        bill,
                                        order,
                                        check.changes(order.live()),
                                        author));
        return sender.send(intent, order.expected());
    }

    private Intent intent(
            Statements statements,
            Bill bill,
            AmountOrder order,
            List<HistoryChange> changes,
            DiscountAuthor author)
            throws SQLException {
        int service = bill.service().id().value();
        HistoryTable history = alone(statements, service);
        // Read again under the lock: prices may have been saved since.
        Bill now = bill.with(DiscountTable.prices(new DiscountTable(statements, service).saved()));
        Calculated calculated = Recalculation.of(now, order.live());
        if (!Money.same(calculated.amount(), order.amount())) {
            throw DiscountRefused.stale(calculated.amount());
        }
        long entry =
                history.add(
                        Kind.AMOUNT,
                        State.PENDING,
                        author,
                        clock.instant(),
                        order.expected(),
                        order.amount(),
                        changes);
        history.settleFrom(entry, clock.instant().plus(PendingAmounts.ABANDONED));
        history.breakdown(entry, Breakdown.of(calculated));
        return new Intent(entry, now, null, order.amount(), changes);
    }

    private static int service(Bill bill) {
        return bill.service().id().value();
    }

    private static HistoryTable alone(Statements statements, int service) throws SQLException {
        statements.lock(service);
        HistoryTable history = new HistoryTable(statements, service);
        if (history.pending().isPresent()) {
            throw DiscountRefused.because(Reason.PENDING);
        }
        return history;
    }

    /**
     * Takes an entry of the history back: its prices, its amount and its quantities.
     *
     * @param expected what its author believes WHMCS to ask now; not needed where prices alone were
     *     changed
     * @return empty when there is no such entry of such a service
     */
    public Optional<AmountWritten> undo(
            ServiceId service, long entry, BigDecimal expected, DiscountAuthor author) {
        pending.settle(service);
        Optional<Bill> bill = bills.of(service);
        if (bill.isEmpty()) {
            return Optional.empty();
        }
        Optional<HistoryEntry> found =
                Statements.inOne(
                        database,
                        statements -> new HistoryTable(statements, service.value()).find(entry));
        return found.map(
                one ->
                        one.amountAfter() == null
                                ? putPricesBack(bill.get(), one, author)
                                : sender.send(undoing(bill.get(), one, author), expected));
    }

    private AmountWritten putPricesBack(Bill bill, HistoryEntry entry, DiscountAuthor author) {
        ServiceId service = bill.service().id();
        List<HistoryChange> back = entry.changes().stream().map(HistoryChange::reversed).toList();
        return Statements.inOne(
                database,
                statements -> {
                    HistoryTable history = untouched(statements, bill, entry);
                    long id =
                            history.add(
                                    Kind.UNDO,
                                    State.DONE,
                                    author,
                                    clock.instant(),
                                    null,
                                    null,
                                    back);
                    history.undoes(id, entry.id());
                    history.markUndone(entry.id(), id);
                    PendingAmounts.putBack(statements, service, Optional.of(bill), back);
                    return new AmountWritten(false, null, null, id, List.of());
                });
    }

    private Intent undoing(Bill bill, HistoryEntry entry, DiscountAuthor author) {
        List<HistoryChange> back = entry.changes().stream().map(HistoryChange::reversed).toList();
        return Statements.inOne(
                database,
                statements -> {
                    HistoryTable history = untouched(statements, bill, entry);
                    if (new KnownAmount(statements, history, service(bill))
                            .known()
                            .filter(known -> !Money.same(known, entry.amountAfter()))
                            .isPresent()) {
                        throw DiscountRefused.because(Reason.UNDO_CONFLICT);
                    }
                    long id =
                            history.add(
                                    Kind.UNDO,
                                    State.PENDING,
                                    author,
                                    clock.instant(),
                                    entry.amountAfter(),
                                    entry.amountBefore(),
                                    back);
                    history.undoes(id, entry.id());
                    history.settleFrom(id, clock.instant().plus(PendingAmounts.ABANDONED));
                    List<HistoryChange> quantities =
                            back.stream().filter(one -> one.what() != What.PRICE).toList();
                    return new Intent(
                            id, bill, entry.amountAfter(), entry.amountBefore(), quantities);
                });
    }

    /** What an entry changed must be as it has left it. */
    private HistoryTable untouched(Statements statements, Bill bill, HistoryEntry entry)
            throws SQLException {
        HistoryTable history = alone(statements, bill.service().id().value());
        Map<Integer, BigDecimal> saved =
                DiscountTable.prices(
                        new DiscountTable(statements, bill.service().id().value()).saved());
        HistoryEntry now = history.find(entry.id()).orElseThrow();
        if (!Untouched.is(now, saved, bill.chosen())) {
            throw DiscountRefused.because(Reason.UNDO_CONFLICT);
        }
        return history;
    }
}
