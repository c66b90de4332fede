package com.eazybackup.discount;

import com.eazybackup.discount.HistoryEntry.Kind;
import com.eazybackup.discount.HistoryEntry.State;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the portal knows WHMCS to ask for a service, because it wrote or saw it. */
final class KnownAmount {

    private final Statements statements;
    private final HistoryTable history;
    private final int service;

    KnownAmount(Statements statements, HistoryTable history, int service) {
        this.statements = statements;
        this.history = history;
        this.service = service;
    }

    /**
     * @return what the portal last knew WHMCS to ask; empty while it never wrote anything
     */
    Optional<BigDecimal> known() throws SQLException {
        return statements
                .list(
                        "SELECT amount FROM eb_discount_services WHERE serviceid = ?"
                                + " AND amount IS NOT NULL",
                        row -> row.getBigDecimal(1),
                        service)
                .stream()
                .findFirst();
    }

    void know(BigDecimal amount) throws SQLException {
        statements.run(
                "UPDATE eb_discount_services SET amount = ? WHERE serviceid = ?", amount, service);
    }

    /** Somebody has changed the amount in WHMCS: that is told once. */
    void see(BigDecimal amount, Instant at) throws SQLException {
        Optional<BigDecimal> known = known();
        if (known.isPresent() && !Money.same(known.get(), amount)) {
            history.add(
                    Kind.OUTSIDE,
                    State.DONE,
                    new DiscountAuthor("", ""),
                    at,
                    known.get(),
                    amount,
                    List.of());
            know(amount);
        }
    }
}
