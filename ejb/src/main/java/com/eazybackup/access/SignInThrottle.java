package com.eazybackup.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Slows down guessing of passwords.
 *
 * <p>Two counts, each with a wait that doubles from a second: failures of an account from one
 * address (five free, at most five minutes), and failures of an address with whatever account
 * (thirty free, at most one minute). An attempt is counted before it is checked, so a burst in
 * parallel counts in full; an attempt during a wait is not checked and prolongs nothing.
 *
 * <p>Ways through an identity provider are counted apart, by address (a hundred that did not end
 * well are free, at most one minute): there is nothing to guess, but each one begun is remembered.
 *
 * <p>Nobody can lock somebody else out: no count is of an account alone, so an attacker elsewhere
 * costs the owner nothing; one behind the same address can make the owner wait, five minutes at a
 * time.
 *
 * <p>Limits: per node, and gone at a restart. Guessing from very many addresses at once is slowed
 * by the number of addresses only.
 */
@ApplicationScoped
class SignInThrottle {

    private static final Tally.Policy ACCOUNT_HERE =
            new Tally.Policy(5, Duration.ofMinutes(5), Duration.ofHours(1), 50_000);
    private static final Tally.Policy ADDRESS =
            new Tally.Policy(30, Duration.ofMinutes(1), Duration.ofMinutes(15), 50_000);
    private static final Tally.Policy BEGINNINGS =
            new Tally.Policy(100, Duration.ofMinutes(1), Duration.ofMinutes(15), 50_000);
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private final Tally accountsHere = new Tally(ACCOUNT_HERE);
    private final Tally addresses = new Tally(ADDRESS);
    private final Tally beginnings = new Tally(BEGINNINGS);
    private Clock clock;

    SignInThrottle() {}

    @Inject
    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether an attempt may be checked now.
     *
     * @param retryAfter zero when it may; it is counted then
     * @param news whether this is the first refusal of its kind, worth a line in the audit trail
     */
    record Verdict(Duration retryAfter, boolean news) {

        boolean go() {
            return retryAfter.isZero();
        }
    }

    synchronized Verdict attempt(String email, CallerAddress address) {
        Instant now = clock.instant();
        String pair = pair(email, address);
        Duration here = accountsHere.wait(pair, now);
        Duration there = addresses.wait(address.network(), now);
        if (here.isZero() && there.isZero()) {
            accountsHere.count(pair, now);
            addresses.count(address.network(), now);
            return new Verdict(Duration.ZERO, false);
        }
        boolean longerHere = here.compareTo(there) >= 0;
        boolean news =
                longerHere ? accountsHere.tellNow(pair) : addresses.tellNow(address.network());
        return new Verdict(longerHere ? here : there, news);
    }

    /** Whether somebody may be sent to the identity provider; counted until they come back well. */
    synchronized Verdict begin(CallerAddress address) {
        Instant now = clock.instant();
        Duration wait = beginnings.wait(address.network(), now);
        if (wait.isZero()) {
            beginnings.count(address.network(), now);
            return new Verdict(Duration.ZERO, false);
        }
        return new Verdict(wait, beginnings.tellNow(address.network()));
    }

    /** A beginning ended well, or came to nothing that was the caller's fault. */
    synchronized void endWell(CallerAddress address) {
        beginnings.takeBack(address.network());
    }

    /** The attempt came to nothing that was the caller's fault. */
    synchronized void takeBack(String email, CallerAddress address) {
        accountsHere.takeBack(pair(email, address));
        addresses.takeBack(address.network());
    }

    /**
     * The password was right. The address keeps its other failures: an attacker with an account of
     * his own must not be able to wipe them out.
     */
    synchronized void succeeded(String email, CallerAddress address) {
        accountsHere.forget(pair(email, address));
        addresses.takeBack(address.network());
    }

    private static String pair(String email, CallerAddress address) {
        return account(email) + " " + address.network();
    }

    /**
     * WHMCS's database finds {@code josé@} and {@code JOSE@} alike, so they are one account here.
     */
    static String account(String email) {
        String plain = Normalizer.normalize(email.strip(), Normalizer.Form.NFKD);
        return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
