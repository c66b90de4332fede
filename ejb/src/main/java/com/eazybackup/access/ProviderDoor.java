package com.eazybackup.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The way in for customers for whom an identity provider vouches, beside {@link SignInDoor} and
 * with its rules: the session gets a new id, beginnings are counted by address until they end well,
 * every outcome is in the audit trail.
 *
 * <p>Guarantee: one answer for whoever is not let in, be it that nobody knows the address, that it
 * is an administrator's, or that there is no client to see. Limit: one node waits for the provider
 * eight times at once, so that a slow one does not take every thread of the server.
 */
@ApplicationScoped
public class ProviderDoor {

    private static final int AT_ONCE = 8;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private SignInDoor door;
    private VouchedUsers users;
    private SignInThrottle throttle;
    private SignInRecord record;
    private Sessions sessions;

    ProviderDoor() {}

    @Inject
    ProviderDoor(
            SignInDoor door,
            VouchedUsers users,
            SignInThrottle throttle,
            SignInRecord record,
            Sessions sessions) {
        this.door = door;
        this.users = users;
        this.throttle = throttle;
        this.record = record;
        this.sessions = sessions;
    }

    /**
     * Counts a beginning.
     *
     * @return how long to wait first; empty when somebody may be sent to the provider now
     */
    public Optional<Duration> begin(HttpServletRequest request) {
        CallerAddress address = CallerAddress.of(request);
        SignInThrottle.Verdict verdict = throttle.begin(address);
        if (verdict.go()) {
            return Optional.empty();
        }
        Duration wait = SignInDoor.wholeSeconds(verdict.retryAfter());
        if (verdict.news()) {
            record.throttled(SignInRecord.PROVIDER, address, wait);
        }
        return Optional.of(wait);
    }

    /** The beginning came to nothing that was the caller's fault. */
    public void takeBack(HttpServletRequest request) {
        throttle.endWell(CallerAddress.of(request));
    }

    /**
     * Lets in whom the provider vouches for.
     *
     * @param provider asked once, in this thread
     */
    public SignInOutcome finish(HttpServletRequest request, Supplier<ProviderWord> provider) {
        CallerAddress address = CallerAddress.of(request);
        if (!places.tryAcquire()) {
            return new SignInOutcome.TooMany(Duration.ofSeconds(1));
        }
        try {
            ProviderWord word = provider.get();
            if (word instanceof ProviderWord.Vouched vouched) {
                return settle(request, address, vouched);
            }
            if (word instanceof ProviderWord.Unreachable away) {
                throttle.endWell(address);
                record.unreachable(SignInRecord.PROVIDER, address, away.reference());
                return new SignInOutcome.Unreachable(away.reference());
            }
            record.unbelievable(address, ((ProviderWord.Unbelievable) word).reference());
            return new SignInOutcome.Refused();
        } finally {
            places.release();
        }
    }

    private SignInOutcome settle(
            HttpServletRequest request, CallerAddress address, ProviderWord.Vouched vouched) {
        Optional<Credentials.Finding.Known> known = users.find(vouched.email());
        if (known.isEmpty()) {
            record.refused(vouched.email(), address);
            return new SignInOutcome.Refused();
        }
        throttle.endWell(address);
        return door.welcome(
                request,
                known.get(),
                SessionOrigin.of(request)
                        .from(vouched.issuer(), vouched.subject(), vouched.session()));
    }

    /** Writes down that an answer belonged to no beginning, or that somebody turned back. */
    public void turnedAway(HttpServletRequest request, String why) {
        record.turnedAway(why, CallerAddress.of(request));
    }

    /**
     * Ends what the provider has ended.
     *
     * @param session the provider's, or empty for all of that person's
     * @param subject empty when the provider names the session alone
     * @return how many sessions that were
     */
    public int end(HttpServletRequest request, String issuer, String subject, String session) {
        int ended = session.isEmpty() ? 0 : sessions.endOfProvider(issuer, subject, session);
        if (ended == 0 && !subject.isEmpty()) {
            // A session of which the provider did not say its name is ended with all the others.
            ended = sessions.endOfProvider(issuer, subject, "");
        }
        record.endedByProvider(subject, ended, CallerAddress.of(request));
        return ended;
    }
}
