package com.eazybackup.discount;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Nothing was changed, because of what was asked or of what others have done meanwhile. */
public class DiscountRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** {@link #flaws()} says which. */
        FLAWED("Nothing was saved: some of the prices cannot be."),
        /** {@link #conflicts()}. */
        PRICES_CHANGED("Somebody else has changed some of these prices meanwhile."),
        /** {@link #amount()} is what it comes to now. */
        STALE("The saved prices come to another amount than the one that was shown."),
        /** {@link #amount()} is what it is now. */
        AMOUNT_CHANGED("The recurring amount was changed meanwhile."),
        /** {@link #flaws()} says of which. */
        CHOICES_CHANGED("The service has other quantities or choices now than were shown."),
        PENDING("Another change of this amount is under way. Please look again in a minute."),
        UNDO_CONFLICT("Something of it was changed since, so it cannot be undone."),
        NOT_RENEWING("This service does not renew, so there is no amount to calculate."),
        NOT_TAKEN("The billing system did not take the amount.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    /** What is wrong with one of several. */
    public record Flaw(int configId, String field, PriceFlaw flaw) {}

    /**
     * A price that is another one than its author has seen.
     *
     * @param began null for none, as the others
     */
    public record Conflict(
            int configId, String name, BigDecimal began, BigDecimal theirs, BigDecimal yours) {}

    /**
     * Whose doing it was.
     *
     * @param who null when nobody knows, as the others
     */
    record Change(String who, Instant at, BigDecimal before, BigDecimal after) {

        static final Change NOBODYS = new Change(null, null, null, null);
    }

    private final Reason reason;
    private final transient List<Flaw> flaws;
    private final transient List<Conflict> conflicts;
    private final transient Change change;
    private final BigDecimal amount;

    private DiscountRefused(
            Reason reason,
            List<Flaw> flaws,
            List<Conflict> conflicts,
            Change change,
            BigDecimal amount) {
        super(reason.sentence);
        this.reason = reason;
        this.flaws = flaws;
        this.conflicts = conflicts;
        this.change = change;
        this.amount = amount;
    }

    static DiscountRefused because(Reason reason) {
        return new DiscountRefused(reason, List.of(), List.of(), Change.NOBODYS, null);
    }

    static DiscountRefused flawed(List<Flaw> flaws) {
        return new DiscountRefused(Reason.FLAWED, flaws, List.of(), Change.NOBODYS, null);
    }

    static DiscountRefused choicesChanged(List<Flaw> flaws) {
        return new DiscountRefused(Reason.CHOICES_CHANGED, flaws, List.of(), Change.NOBODYS, null);
    }

    static DiscountRefused conflicting(List<Conflict> conflicts, Change change) {
        return new DiscountRefused(Reason.PRICES_CHANGED, List.of(), conflicts, change, null);
    }

    static DiscountRefused stale(BigDecimal now) {
        return new DiscountRefused(Reason.STALE, List.of(), List.of(), Change.NOBODYS, now);
    }

    static DiscountRefused amountIs(BigDecimal now, Change change) {
        return new DiscountRefused(Reason.AMOUNT_CHANGED, List.of(), List.of(), change, now);
    }

    public Reason reason() {
        return reason;
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    public List<Conflict> conflicts() {
        return conflicts;
    }

    /**
     * @return null when it is not about one
     */
    public BigDecimal amount() {
        return amount;
    }

    /**
     * @return null when nobody knows
     */
    public String by() {
        return change.who();
    }

    /**
     * @return null when nobody knows
     */
    public Instant at() {
        return change.at();
    }

    /**
     * @return what the amount was before they changed it; null when they did not
     */
    public BigDecimal amountBefore() {
        return change.before();
    }

    public BigDecimal amountAfter() {
        return change.after();
    }
}
