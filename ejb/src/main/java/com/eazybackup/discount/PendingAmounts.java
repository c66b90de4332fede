package com.eazybackup.discount;

import com.eazybackup.discount.HistoryChange.What;
import com.eazybackup.discount.HistoryEntry.Kind;
import com.eazybackup.discount.HistoryEntry.State;
import com.eazybackup.whmcs.ServiceId;
import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.api.WhmcsApi;
import com.eazybackup.whmcs.api.WhmcsServices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Amounts that were sent to WHMCS and whose end is not known yet.
 *
 * <p>Guarantee: one at a time of each service, on all nodes. Whoever looks afterwards has it ended
 * by what WHMCS asks then: the new amount, and it was done; another one after a minute, and it was
 * not. While WHMCS does not answer it stays pending.
 */
@ApplicationScoped
class PendingAmounts {

    private static final Logger LOG = System.getLogger(PendingAmounts.class.getName());

    /** Longer than the portal waits for an answer: whoever began it is gone. */
    static final Duration ABANDONED = Duration.ofSeconds(60);

    private DataSource database;
    private WhmcsApi whmcs;
    private BillReader bills;
    private Clock clock;

    PendingAmounts() {}

    @Inject
    PendingAmounts(DataSource database, WhmcsApi whmcs, BillReader bills, Clock clock) {
        this.database = database;
        this.whmcs = whmcs;
        this.bills = bills;
        this.clock = clock;
    }

    /**
     * @return one whose end is still not known
     */
    Optional<PendingEntry> settle(ServiceId service) {
        Optional<PendingEntry> open = of(service);
        if (open.isEmpty() || clock.instant().isBefore(open.get().settleFrom())) {
            return open;
        }
        try {
            whmcs.services().find(service).ifPresent(now -> settle(now, open.get()));
        } catch (WhmcsException e) {
            LOG.log(Level.DEBUG, "Whether service {0} has its amount is not known yet", service);
        }
        return of(service);
    }

    private Optional<PendingEntry> of(ServiceId service) {
        return Statements.inOne(
                database, statements -> new HistoryTable(statements, service.value()).pending());
    }

    private void settle(WhmcsServices.Service now, PendingEntry open) {
        if (Money.same(now.amount(), open.after())) {
            done(now.id(), open.id());
        } else if (!clock.instant().isBefore(open.began().plus(ABANDONED))) {
            failed(now.id(), open.id());
        }
    }

    /** WHMCS may have done it: it is asked when somebody looks. */
    void lost(ServiceId service, long entry) {
        Statements.inOne(
                database,
                statements -> {
                    new HistoryTable(statements, service.value())
                            .settleFrom(entry, clock.instant());
                    return entry;
                });
    }

    void failed(ServiceId service, long entry) {
        Statements.inOne(
                database,
                statements ->
                        new HistoryTable(statements, service.value())
                                .end(entry, State.FAILED, clock.instant()));
    }

    /**
     * WHMCS asks the amount that was wanted.
     *
     * @return what else was wanted and WHMCS does not have
     */
    List<HistoryChange> done(ServiceId service, long entry) {
        Optional<Bill> bill = bills.of(service);
        Instant now = clock.instant();
        return Statements.inOne(
                database,
                statements -> {
                    statements.lock(service.value());
                    HistoryTable history = new HistoryTable(statements, service.value());
                    Optional<PendingEntry> open =
                            history.pending().filter(one -> one.id() == entry);
                    if (open.isEmpty() || !history.end(entry, State.DONE, now)) {
                        return List.of(); // somebody else was first
                    }
                    List<HistoryChange> changes = history.changes(entry);
                    List<HistoryChange> missing =
                            LiveCheck.missing(changes, bill.map(Bill::chosen).orElseGet(List::of));
                    for (HistoryChange change : missing) {
                        history.forget(entry, change);
                    }
                    new KnownAmount(statements, history, service.value()).know(open.get().after());
                    if (open.get().kind() == Kind.UNDO) {
                        history.markUndone(open.get().undoes(), entry);
                        putBack(statements, service, bill, changes);
                    } else {
                        history.takeIn(entry);
                    }
                    return missing;
                });
    }

    /** Prices that somebody has changed in the meantime stay theirs. */
    static void putBack(
            Statements statements,
            ServiceId service,
            Optional<Bill> bill,
            List<HistoryChange> changes)
            throws SQLException {
        DiscountTable table = new DiscountTable(statements, service.value());
        Map<Integer, BigDecimal> saved = DiscountTable.prices(table.saved());
        for (HistoryChange change : changes) {
            if (change.what() == What.PRICE
                    && Money.same(saved.get(change.configId()), change.before())) {
                table.put(
                        change.configId(),
                        change.after(),
                        bill.flatMap(one -> one.listOf(change.configId())).orElse(Money.NOTHING));
            }
        }
    }
}
