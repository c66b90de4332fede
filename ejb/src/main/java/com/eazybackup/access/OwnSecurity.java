package com.eazybackup.access;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An administrator's own password and second factor, for the page and the API alike.
 *
 * <p>Guarantee: nothing is changed without the password, and the code of whoever has a second
 * factor; after a change the session has a new id and all others of this administrator are over.
 * Customers sign in with what WHMCS keeps: every method throws {@link AccessRefused} for them.
 */
@RequestScoped
public class OwnSecurity {

    private Door door;
    private AdminTable admins;
    private SecondFactors factors;
    private FirstThings firstThings;
    private Reassurance reassurance;
    private PasswordRules rules;
    private SessionOfChange session;
    private HttpServletRequest request;
    private Clock clock;
    private String product;

    OwnSecurity() {}

    @Inject
    OwnSecurity(
            Door door,
            AdminTable admins,
            SecondFactors factors,
            FirstThings firstThings,
            Reassurance reassurance,
            PasswordRules rules,
            SessionOfChange session,
            HttpServletRequest request,
            Clock clock,
            Settings settings) {
        this.door = door;
        this.admins = admins;
        this.factors = factors;
        this.firstThings = firstThings;
        this.reassurance = reassurance;
        this.rules = rules;
        this.session = session;
        this.request = request;
        this.clock = clock;
        this.product = settings.text(Setting.EB_BRAND_NAME);
    }

    public OwnAccount account() {
        AdminTable.Row admin = own(Action.SEE_OWN_SECURITY);
        return new OwnAccount(
                admin.email(),
                firstThings.of(admin),
                admin.passwordSet(),
                admin.sealedSecret().isPresent(),
                firstThings.factorRequired(),
                factors.possible(),
                admin.sealedSecret().isPresent() ? factors.recoveryLeft(admin.id()) : 0);
    }

    @Transactional
    public SecurityOutcome changePassword(String current, String wanted) {
        return act(
                Action.CHANGE_OWN_PASSWORD,
                admin -> {
                    Optional<SecurityOutcome> trouble =
                            reassurance.password(admin, current, address());
                    if (trouble.isPresent()) {
                        return trouble.get();
                    }
                    Optional<PasswordFlaw> flaw =
                            wanted.equals(current)
                                    ? Optional.of(PasswordFlaw.UNCHANGED)
                                    : rules.flaw(wanted, admin.email());
                    if (flaw.isPresent()) {
                        return new SecurityOutcome.Flawed(flaw.get());
                    }
                    admins.setPassword(admin.id(), PasswordHash.of(wanted), clock.instant());
                    session.goOn(SessionEnd.PASSWORD_CHANGED);
                    return new SecurityOutcome.Done();
                });
    }

    /**
     * Begins to set up a second factor, also a new one instead of the present one.
     *
     * @param code of the present one; without one it does not matter
     * @return {@link SecurityOutcome.Begun} when all is well
     */
    public SecurityOutcome beginFactor(String password, String code) {
        return act(
                Action.BEGIN_SECOND_FACTOR,
                admin -> {
                    if (!factors.possible()) {
                        return new SecurityOutcome.NoKey();
                    }
                    return reassurance
                            .passwordAndCode(admin, password, code, address())
                            .orElseGet(() -> begun(admin));
                });
    }

    private SecurityOutcome begun(AdminTable.Row admin) {
        String secret = TimedCodes.newSecret();
        new PendingFactor(admin.id(), factors.seal(admin.id(), secret), clock.instant())
                .keep(request);
        return begun(admin, secret);
    }

    private SecurityOutcome.Begun begun(AdminTable.Row admin, String secret) {
        return new SecurityOutcome.Begun(
                secret, TimedCodes.address(product, admin.email(), secret));
    }

    /**
     * @return what is being set up in this session, to be shown again
     */
    public Optional<SecurityOutcome.Begun> begun() {
        AdminTable.Row admin = own(Action.SEE_OWN_SECURITY);
        return PendingFactor.read(request, admin.id(), clock.instant())
                .map(pending -> begun(admin, factors.open(admin.id(), pending)));
    }

    /** Sets up no second factor after all. */
    public void cancelFactor() {
        PendingFactor.forget(request);
    }

    /**
     * @return {@link SecurityOutcome.Codes} when all is well
     */
    @Transactional
    public SecurityOutcome confirmFactor(String code) {
        return act(
                Action.ADD_SECOND_FACTOR,
                admin -> {
                    Optional<PendingFactor> pending =
                            PendingFactor.read(request, admin.id(), clock.instant());
                    if (pending.isEmpty()) {
                        return new SecurityOutcome.NothingBegun();
                    }
                    Optional<SecurityOutcome> done =
                            factors.turnOn(admin.id(), pending.get().sealed(), code)
                                    .map(SecurityOutcome.Codes::new);
                    done.ifPresent(codes -> afterFactor());
                    return done.orElseGet(SecurityOutcome.WrongCode::new);
                });
    }

    /**
     * @return {@link SecurityOutcome.Codes} when all is well
     */
    public SecurityOutcome renewRecovery(String password, String code) {
        return withFactor(
                Action.RENEW_RECOVERY_CODES,
                password,
                code,
                admin -> new SecurityOutcome.Codes(factors.renewRecovery(admin.id())));
    }

    @Transactional
    public SecurityOutcome removeFactor(String password, String code) {
        return withFactor(
                Action.REMOVE_SECOND_FACTOR,
                password,
                code,
                admin -> {
                    factors.turnOff(admin.id());
                    afterFactor();
                    return new SecurityOutcome.Done();
                });
    }

    private interface Step {
        SecurityOutcome of(AdminTable.Row admin);
    }

    private SecurityOutcome withFactor(Action action, String password, String code, Step step) {
        return act(
                action,
                admin -> {
                    if (admin.sealedSecret().isEmpty()) {
                        return new SecurityOutcome.NothingBegun();
                    }
                    return reassurance
                            .passwordAndCode(admin, password, code, address())
                            .orElseGet(() -> step.of(admin));
                });
    }

    private SecurityOutcome act(Action action, Step step) {
        AdminTable.Row admin = own(action);
        Supplier<SecurityOutcome> done = () -> step.of(admin);
        return door.act(action, "", done::get, OwnSecurity::word);
    }

    private AdminTable.Row own(Action action) {
        Caller caller = door.enter(action);
        if (caller.role() != Role.ADMIN) {
            throw new AccessRefused(AccessRefused.Reason.NO_ADMIN);
        }
        return admins.read(caller.userId())
                .orElseThrow(() -> new AccessRefused(AccessRefused.Reason.UNAUTHENTICATED));
    }

    private void afterFactor() {
        PendingFactor.forget(request);
        session.goOn(SessionEnd.SECOND_FACTOR_CHANGED);
    }

    private CallerAddress address() {
        return CallerAddress.of(request);
    }

    private static String word(SecurityOutcome outcome) {
        if (outcome instanceof SecurityOutcome.Flawed) {
            return "flawed";
        }
        if (outcome instanceof SecurityOutcome.TooMany) {
            return "throttled";
        }
        boolean done =
                outcome instanceof SecurityOutcome.Done
                        || outcome instanceof SecurityOutcome.Begun
                        || outcome instanceof SecurityOutcome.Codes;
        return done ? "ok" : "refused";
    }
}
