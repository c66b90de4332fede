package com.eazybackup.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The second step of an administrator's sign-in: the code, after the password was right.
 *
 * <p>Limits: five minutes and five codes, then the password is asked for again; what is tried
 * counts at the door as wrong passwords do, and for each administrator besides ({@link
 * SecondFactors}).
 */
@ApplicationScoped
public class SecondStep {

    private AdminTable admins;
    private SecondFactors factors;
    private Standings standings;
    private SignInThrottle throttle;
    private SignInDoor door;
    private SignInRecord record;
    private Clock clock;

    SecondStep() {}

    @Inject
    SecondStep(
            AdminTable admins,
            SecondFactors factors,
            Standings standings,
            SignInThrottle throttle,
            SignInDoor door,
            SignInRecord record,
            Clock clock) {
        this.admins = admins;
        this.factors = factors;
        this.standings = standings;
        this.throttle = throttle;
        this.door = door;
        this.record = record;
        this.clock = clock;
    }

    /**
     * @return whether a code is waited for in this session
     */
    public boolean waiting(HttpServletRequest request) {
        return PendingSignIn.read(request, clock.instant()).isPresent();
    }

    /** Goes back to the password. */
    public void giveUp(HttpServletRequest request) {
        PendingSignIn.forget(request);
    }

    /**
     * @param code of the authenticator app, or a recovery code, as typed
     * @return {@link SignInOutcome.CodeWrong} while another may be tried, {@link
     *     SignInOutcome.StepOver} when the password is wanted again
     */
    public SignInOutcome finish(HttpServletRequest request, String code) {
        Optional<PendingSignIn> waiting = PendingSignIn.read(request, clock.instant());
        if (waiting.isEmpty()) {
            PendingSignIn.forget(request);
            return new SignInOutcome.StepOver();
        }
        PendingSignIn pending = waiting.get();
        CallerAddress address = CallerAddress.of(request);
        SignInThrottle.Verdict verdict = throttle.attempt(pending.email(), address);
        if (!verdict.go()) {
            return new SignInOutcome.TooMany(verdict.retryAfter().plusMillis(999));
        }
        pending.count(request);
        Optional<AdminTable.Row> admin =
                admins.read(pending.admin())
                        .filter(row -> !row.disabled() && row.duty().isPresent());
        if (admin.isEmpty()) { // disabled while we waited
            PendingSignIn.forget(request);
            return new SignInOutcome.StepOver();
        }
        return switch (factors.check(admin.get(), code == null ? "" : code)) {
            case RIGHT -> welcome(request, pending, admin.get(), address);
            case WRONG -> wrong(request, pending, address);
            case WAIT -> new SignInOutcome.TooMany(waitOf(admin.get()));
        };
    }

    private Duration waitOf(AdminTable.Row admin) {
        Duration wait = factors.wait(admin.id());
        return wait.isZero() ? Duration.ofSeconds(1) : wait;
    }

    private SignInOutcome welcome(
            HttpServletRequest request,
            PendingSignIn pending,
            AdminTable.Row admin,
            CallerAddress address) {
        throttle.succeeded(pending.email(), address);
        PendingSignIn.forget(request);
        // Asked last: a check may seal the factor's secret anew.
        Optional<Standing> now = standings.of(admin.person(), List.of());
        if (now.filter(pending.standing()::sameButFactor).isEmpty()) {
            return new SignInOutcome.StepOver(); // the password or the role is another by now
        }
        return door.welcome(
                request,
                new Credentials.Finding.Known(admin.person(), List.of(), now.get()),
                SessionOrigin.of(request));
    }

    private SignInOutcome wrong(
            HttpServletRequest request, PendingSignIn pending, CallerAddress address) {
        record.wrongCode(pending.email(), address);
        if (pending.attempts() + 1 < PendingSignIn.MOST_ATTEMPTS) {
            return new SignInOutcome.CodeWrong();
        }
        PendingSignIn.forget(request);
        return new SignInOutcome.StepOver();
    }
}
