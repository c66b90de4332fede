package com.eazybackup.discount;

import com.eazybackup.discount.DiscountRefused.Change;
import com.eazybackup.discount.DiscountRefused.Reason;
import com.eazybackup.discount.HistoryEntry.Kind;
import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.whmcs.ServiceId;
import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.api.WhmcsApi;
import com.eazybackup.whmcs.api.WhmcsServices.Service;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Sends an amount to WHMCS: asks what it has, changes it, asks again. What is sent was written down
 * as pending before; afterwards it is done, failed, forgotten because nothing was sent, or pending
 * because WHMCS's answer did not come.
 */
@ApplicationScoped
class AmountSender {

    private static final Logger LOG = System.getLogger(AmountSender.class.getName());

    private DataSource database;
    private PendingAmounts pending;
    private WhmcsApi whmcs;
    private Clock clock;

    AmountSender() {}

    @Inject
    AmountSender(DataSource database, PendingAmounts pending, WhmcsApi whmcs, Clock clock) {
        this.database = database;
        this.pending = pending;
        this.whmcs = whmcs;
        this.clock = clock;
    }

    /**
     * Something that is about to be sent.
     *
     * @param from the only amount that may be overwritten, whatever is expected; null for any
     */
    record Intent(
            long entry,
            Bill bill,
            BigDecimal from,
            BigDecimal amount,
            List<HistoryChange> changes) {}

    /**
     * @param expected what its author believes WHMCS to ask now
     * @throws DiscountRefused when it asks something else
     * @throws WhmcsException when nothing was changed, because WHMCS cannot be asked or says no
     */
    AmountWritten send(Intent intent, BigDecimal expected) {
        ServiceId service = intent.bill().service().id();
        Service before = ask(service, intent);
        refuseOther(service, intent, before.amount(), expected);
        try {
            whmcs.services()
                    .setAmount(
                            service,
                            intent.amount(),
                            LiveCheck.wanted(intent.bill(), intent.changes()));
        } catch (WhmcsException e) {
            if (!e.outcomeUnknown()) {
                pending.failed(service, intent.entry());
                throw e;
            }
            return lost(service, intent, before);
        }
        try {
            return verified(service, intent, before);
        } catch (DatabaseUnavailable e) {
            // WHMCS has been told: nobody may hear that nothing happened. Who looks next settles
            // it.
            LOG.log(Level.ERROR, "The amount of service {0} was sent, and not noted", service);
            return unknown(intent, before);
        }
    }

    private AmountWritten verified(ServiceId service, Intent intent, Service before) {
        Optional<Service> after;
        try {
            after = whmcs.services().find(service);
        } catch (WhmcsException e) {
            return lost(service, intent, before);
        }
        if (after.isEmpty() || !Money.same(after.get().amount(), intent.amount())) {
            pending.failed(service, intent.entry());
            throw DiscountRefused.because(Reason.NOT_TAKEN);
        }
        return new AmountWritten(
                false,
                before.amount(),
                intent.amount(),
                intent.entry(),
                pending.done(service, intent.entry()));
    }

    private AmountWritten lost(ServiceId service, Intent intent, Service before) {
        pending.lost(service, intent.entry());
        return unknown(intent, before);
    }

    private static AmountWritten unknown(Intent intent, Service before) {
        return new AmountWritten(true, before.amount(), intent.amount(), intent.entry(), List.of());
    }

    private Service ask(ServiceId service, Intent intent) {
        try {
            return whmcs.services()
                    .find(service)
                    .orElseThrow(
                            () ->
                                    new WhmcsException(
                                            WhmcsException.Kind.NOT_FOUND,
                                            "GetClientsProducts does not know service " + service));
        } catch (WhmcsException e) {
            forget(service, intent);
            throw e;
        }
    }

    private void forget(ServiceId service, Intent intent) {
        Statements.inOne(
                database,
                statements -> {
                    new HistoryTable(statements, service.value()).forget(intent.entry());
                    return service;
                });
    }

    private void refuseOther(
            ServiceId service, Intent intent, BigDecimal now, BigDecimal expected) {
        boolean touched = intent.from() != null && !Money.same(now, intent.from());
        boolean refused = touched || !Money.same(now, expected);
        Optional<HistoryEntry> last =
                Statements.inOne(
                        database,
                        statements -> {
                            HistoryTable history = new HistoryTable(statements, service.value());
                            statements.lock(service.value());
                            new KnownAmount(statements, history, service.value())
                                    .see(now, clock.instant());
                            if (refused) {
                                history.forget(intent.entry());
                            }
                            return history.lastAmount();
                        });
        if (touched && Money.same(now, expected)) {
            throw DiscountRefused.because(Reason.UNDO_CONFLICT);
        }
        if (refused) {
            throw DiscountRefused.amountIs(
                    now,
                    last.filter(entry -> entry.kind() != Kind.OUTSIDE)
                            .filter(entry -> Money.same(entry.amountAfter(), now))
                            .map(entry -> new Change(entry.who(), entry.at(), null, null))
                            .orElse(Change.NOBODYS));
        }
    }
}
