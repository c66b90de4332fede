package com.eazybackup.access;

import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The one way in and out of the portal, for the sign-in page and the API alike.
 *
 * <p>Security: an unknown address and a wrong password are one outcome in one time; guessing is
 * slowed ({@link SignInThrottle}); the session gets a new id; every outcome but a flood is written
 * to the audit trail. Limits: memberships are read at sign-in and at each choice of a client. One
 * node checks at most eight passwords at a time, so that a slow WHMCS does not take every thread of
 * the server.
 */
@ApplicationScoped
public class SignInDoor {

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PASSWORD = 1024;
    private static final int AT_ONCE = 8;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private Credentials credentials;
    private SignInThrottle throttle;
    private SignInRecord record;
    private Sessions sessions;
    private SecondFactors factors;
    private FirstThings firstThings;
    private Clock clock;

    SignInDoor() {}

    @Inject
    SignInDoor(
            Credentials credentials,
            SignInThrottle throttle,
            SignInRecord record,
            Sessions sessions,
            SecondFactors factors,
            FirstThings firstThings,
            Clock clock) {
        this.credentials = credentials;
        this.throttle = throttle;
        this.record = record;
        this.sessions = sessions;
        this.factors = factors;
        this.firstThings = firstThings;
        this.clock = clock;
    }

    /**
     * Checks the password and, when it is right, puts the caller into a session with a new id.
     *
     * @param email as typed; spaces around it and its case do not matter
     * @param password as typed
     */
    public SignInOutcome signIn(HttpServletRequest request, String email, String password) {
        CallerAddress address = CallerAddress.of(request);
        String account = email == null ? "" : email.strip();
        if (!possible(account, password)) {
            return new SignInOutcome.Refused(); // nobody's, whoever asks: nothing to find out
        }
        SignInThrottle.Verdict verdict = throttle.attempt(account, address);
        if (!verdict.go()) {
            return tooMany(account, address, verdict);
        }
        if (!places.tryAcquire()) {
            throttle.takeBack(account, address);
            return new SignInOutcome.TooMany(Duration.ofSeconds(1));
        }
        try {
            return settle(request, account, address, credentials.find(account, password));
        } finally {
            places.release();
        }
    }

    private static boolean possible(String email, String password) {
        return !email.isEmpty()
                && email.length() <= LONGEST_EMAIL
                && password != null
                && !password.isEmpty()
                && password.length() <= LONGEST_PASSWORD;
    }

    private SignInOutcome tooMany(
            String account, CallerAddress address, SignInThrottle.Verdict verdict) {
        Duration wait = wholeSeconds(verdict.retryAfter());
        if (verdict.news()) {
            record.throttled(account, address, wait);
        }
        return new SignInOutcome.TooMany(wait);
    }

    /** Upwards: the header of HTTP knows no others. */
    static Duration wholeSeconds(Duration wait) {
        return wait.plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
    }

    private SignInOutcome settle(
            HttpServletRequest request,
            String account,
            CallerAddress address,
            Credentials.Finding finding) {
        if (finding instanceof Credentials.Finding.Known known && codeWanted(known.person())) {
            // The attempt stays counted until the code is right, too.
            PendingSignIn.begin(request, known, account, clock.instant());
            record.codeWanted(account, address);
            return new SignInOutcome.CodeWanted();
        }
        if (finding instanceof Credentials.Finding.Known known) {
            throttle.succeeded(account, address);
            return welcome(request, known, SessionOrigin.of(request));
        }
        if (finding instanceof Credentials.Finding.Unreachable unreachable) {
            throttle.takeBack(account, address);
            record.unreachable(account, address, unreachable.reference());
            return new SignInOutcome.Unreachable(unreachable.reference());
        }
        if (finding instanceof Credentials.Finding.SecondFactorNeeded) {
            record.secondFactor(account, address);
            return new SignInOutcome.SecondFactorNeeded();
        }
        record.refused(account, address);
        return new SignInOutcome.Refused();
    }

    private boolean codeWanted(Person person) {
        return person.role() == Role.ADMIN && factors.has(person.id());
    }

    /** Lets in whoever has shown all that is asked of them. */
    SignInOutcome welcome(
            HttpServletRequest request, Credentials.Finding.Known known, SessionOrigin origin) {
        Optional<Caller> before = CallerSession.read(request);
        List<ClientSummary> clients = known.clients();
        Caller caller =
                new Caller(
                        known.person(),
                        clients,
                        clients.size() == 1 ? clients.get(0) : null,
                        firstThings.limit(
                                known.person(),
                                sessions.open(
                                        known.person(), origin, Optional.of(known.standing()))));
        record.welcome(caller, CallerAddress.of(request));
        // Before the container ends it, so that it keeps this reason.
        before.ifPresent(gone -> replaced(gone, CallerAddress.of(request)));
        CallerSession.begin(request, caller, sessions.idle());
        return new SignInOutcome.Welcome(caller);
    }

    private void replaced(Caller gone, CallerAddress address) {
        record.left(gone, address);
        sessions.end(gone.person(), gone.pass().id(), SessionEnd.SIGNED_IN_AGAIN);
    }

    /**
     * Chooses which of the caller's clients this session acts for. The choice is held against WHMCS
     * as it is now, not as it was at sign-in.
     *
     * @throws AccessRefused when nobody is signed in, or the client is none of the caller's
     */
    public Caller chooseClient(HttpServletRequest request, ClientId client) {
        Caller caller =
                CallerSession.read(request)
                        .orElseThrow(() -> new AccessRefused(AccessRefused.Reason.UNAUTHENTICATED));
        CallerAddress address = CallerAddress.of(request);
        List<ClientSummary> now = clientsNow(caller);
        Optional<ClientSummary> choice =
                now.stream().filter(candidate -> candidate.id().equals(client)).findFirst();
        if (choice.isEmpty()) {
            record.foreignChosen(caller, client.toString(), address);
            throw new AccessRefused(AccessRefused.Reason.NOT_FOUND);
        }
        record.clientChosen(caller, client, address);
        Caller chosen = caller.actingFor(choice.get(), now);
        CallerSession.change(request, chosen);
        return chosen;
    }

    /**
     * What was given for a client's number can be nobody's; that is as a foreign one.
     *
     * @return what to throw
     */
    public AccessRefused foreignClient(HttpServletRequest request, String given) {
        CallerSession.read(request)
                .ifPresent(
                        caller -> record.foreignChosen(caller, given, CallerAddress.of(request)));
        return new AccessRefused(AccessRefused.Reason.NOT_FOUND);
    }

    private List<ClientSummary> clientsNow(Caller caller) {
        return caller.role() == Role.CUSTOMER
                ? credentials.clientsOf(new UserId(caller.userId()))
                : List.of();
    }

    /** Ends the session, on all nodes; nothing happens when there is none. */
    public void signOut(HttpServletRequest request) {
        try {
            CallerSession.read(request)
                    .ifPresent(gone -> signedOut(gone, CallerAddress.of(request)));
        } finally {
            CallerSession.end(request); // also while nothing can be written
        }
    }

    private void signedOut(Caller gone, CallerAddress address) {
        sessions.over(gone.pass(), SessionEnd.SIGNED_OUT);
        record.signedOut(gone, address);
    }
}
