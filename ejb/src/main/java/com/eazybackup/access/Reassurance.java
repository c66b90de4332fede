package com.eazybackup.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Asks somebody who is signed in for the password, and the code, again: a session that was left
 * open, or stolen, must not be enough to change how its owner signs in. What is tried counts at the
 * door.
 */
@ApplicationScoped
class Reassurance {

    private SignInThrottle throttle;
    private SecondFactors factors;

    Reassurance() {}

    @Inject
    Reassurance(SignInThrottle throttle, SecondFactors factors) {
        this.throttle = throttle;
        this.factors = factors;
    }

    /**
     * @return why not; empty when the password is right
     */
    Optional<SecurityOutcome> password(
            AdminTable.Row admin, String password, CallerAddress address) {
        SignInThrottle.Verdict verdict = throttle.attempt(admin.email(), address);
        if (!verdict.go()) {
            return Optional.of(
                    new SecurityOutcome.TooMany(
                            verdict.retryAfter().plusMillis(999).truncatedTo(ChronoUnit.SECONDS)));
        }
        if (!PasswordHash.matches(password, admin.hash())) {
            return Optional.of(new SecurityOutcome.WrongPassword());
        }
        throttle.succeeded(admin.email(), address);
        return Optional.empty();
    }

    /**
     * @return why not; empty when the password is right, and the code of whoever has a second
     *     factor
     */
    Optional<SecurityOutcome> passwordAndCode(
            AdminTable.Row admin, String password, String code, CallerAddress address) {
        Optional<SecurityOutcome> trouble = password(admin, password, address);
        if (trouble.isPresent() || admin.sealedSecret().isEmpty()) {
            return trouble;
        }
        return switch (factors.check(admin, code)) {
            case RIGHT -> Optional.empty();
            case WRONG -> Optional.of(new SecurityOutcome.WrongCode());
            case WAIT -> Optional.of(new SecurityOutcome.TooMany(factors.wait(admin.id())));
        };
    }
}
