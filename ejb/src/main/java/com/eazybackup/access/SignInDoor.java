package com.eazybackup.access;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import com.eazybackup.whmcs.ClientDirectory;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
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
    private static final int CSRF_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Semaphore places = new Semaphore(AT_ONCE);
    private Credentials credentials;
    private SignInThrottle throttle;
    private SignInRecord record;
    private ClientDirectory directory;
    private Settings settings;

    SignInDoor() {}

    @Inject
    SignInDoor(
            Credentials credentials,
            SignInThrottle throttle,
            SignInRecord record,
            ClientDirectory directory,
            Settings settings) {
        this.credentials = credentials;
        this.throttle = throttle;
        this.record = record;
        this.directory = directory;
        this.settings = settings;
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
        // Whole seconds, upwards: the header of HTTP knows no others.
        Duration wait = verdict.retryAfter().plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
        if (verdict.news()) {
            record.throttled(account, address, wait);
        }
        return new SignInOutcome.TooMany(wait);
    }

    private SignInOutcome settle(
            HttpServletRequest request,
            String account,
            CallerAddress address,
            Credentials.Finding finding) {
        if (finding instanceof Credentials.Finding.Person person) {
            throttle.succeeded(account, address);
            Caller caller = caller(person);
            record.welcome(caller, address);
            CallerSession.begin(request, caller, idle());
            return new SignInOutcome.Welcome(caller);
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

    private static Caller caller(Credentials.Finding.Person person) {
        List<ClientSummary> clients = person.clients();
        byte[] secret = new byte[CSRF_BYTES];
        RANDOM.nextBytes(secret);
        return new Caller(
                person.userId(),
                person.email(),
                person.name(),
                person.role(),
                clients,
                clients.size() == 1 ? clients.get(0) : null,
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    private Duration idle() {
        return Duration.ofMinutes(settings.number(Setting.EB_SESSION_MINUTES));
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
        record.clientChosen(caller, client, choice.isPresent(), address);
        Caller chosen =
                caller.actingFor(
                        choice.orElseThrow(() -> new AccessRefused(AccessRefused.Reason.NOT_FOUND)),
                        now);
        CallerSession.change(request, chosen);
        return chosen;
    }

    private List<ClientSummary> clientsNow(Caller caller) {
        return caller.role() == Role.CUSTOMER
                ? directory.clientsOf(new UserId(caller.userId())).stream()
                        .map(Credentials::summary)
                        .toList()
                : List.of();
    }

    /** Ends the session; nothing happens when there is none. */
    public void signOut(HttpServletRequest request) {
        Optional<Caller> caller = CallerSession.read(request);
        CallerSession.end(request);
        caller.ifPresent(gone -> record.signedOut(gone, CallerAddress.of(request)));
    }
}
