package com.eazybackup.access;

import com.eazybackup.platform.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The second factor of administrators: codes of an authenticator app, and recovery codes.
 *
 * <p>Guarantee: no code is taken twice, on whatever node and at whatever moment. The secret is
 * sealed with {@code EB_SECRET_KEY}; without that key no factor can be set up, and whoever has one
 * comes in with a recovery code only.
 *
 * <p>Wrong codes are counted for each administrator, wherever they come from: six digits can be
 * guessed at by many. Only somebody who has the password gets so far, so nobody else can make the
 * owner wait. Limit: the count is one node's, and gone at a restart.
 */
@ApplicationScoped
class SecondFactors {

    private static final Tally.Policy WRONG_CODES =
            new Tally.Policy(10, Duration.ofMinutes(15), Duration.ofHours(24), 10_000);

    /** What came of a code. */
    enum Check {
        RIGHT,
        WRONG,
        WAIT
    }

    private final Tally wrong = new Tally(WRONG_CODES);
    private AdminTable admins;
    private RecoveryCodes recovery;
    private SecretBox box;
    private Clock clock;

    SecondFactors() {}

    @Inject
    SecondFactors(AdminTable admins, RecoveryCodes recovery, SecretBox box, Clock clock) {
        this.admins = admins;
        this.recovery = recovery;
        this.box = box;
        this.clock = clock;
    }

    /**
     * @return whether a factor can be set up: the operator has given a key
     */
    boolean possible() {
        return box.isReady();
    }

    boolean has(int admin) {
        return admins.read(admin).flatMap(AdminTable.Row::sealedSecret).isPresent();
    }

    /** Looks at a code, and uses it up when it is right. */
    Check check(AdminTable.Row admin, String code) {
        String key = Integer.toString(admin.id());
        Instant now = clock.instant();
        synchronized (wrong) {
            if (!wrong.wait(key, now).isZero()) {
                return Check.WAIT;
            }
            wrong.count(key, now); // before it is looked at: a burst in parallel counts in full
        }
        boolean timed = timed(admin, code, now);
        boolean spare = recovery.use(admin.id(), timed ? "" : code, now);
        if (!timed && !spare) {
            return Check.WRONG;
        }
        synchronized (wrong) {
            wrong.forget(key);
        }
        return Check.RIGHT;
    }

    /**
     * @return how long this administrator's codes are not looked at, whole seconds
     */
    Duration wait(int admin) {
        synchronized (wrong) {
            return wrong.wait(Integer.toString(admin), clock.instant())
                    .plusMillis(999)
                    .truncatedTo(ChronoUnit.SECONDS);
        }
    }

    private boolean timed(AdminTable.Row admin, String code, Instant now) {
        Optional<String> secret = admin.sealedSecret().flatMap(text -> open(admin.id(), text));
        // Without a secret the same is done with another one.
        OptionalLong step = TimedCodes.stepOf(secret.orElseGet(TimedCodes::newSecret), code, now);
        return secret.isPresent()
                && step.isPresent()
                && admins.takeStep(admin.id(), step.getAsLong());
    }

    private Optional<String> open(int admin, String sealed) {
        try {
            String secret = box.open(sealed, place(admin));
            if (box.old(sealed)) {
                admins.sealAnew(admin, sealed, box.seal(secret, place(admin)));
            }
            return Optional.of(secret);
        } catch (SecretBox.Unopenable keyIsGone) {
            return Optional.empty();
        }
    }

    String seal(int admin, String secret) {
        return box.seal(secret, place(admin));
    }

    String open(int admin, PendingFactor pending) {
        return box.open(pending.sealed(), place(admin));
    }

    /**
     * Takes a secret into use when the app shows that it has it.
     *
     * @param sealed as {@link #seal} gave it
     * @return the recovery codes; empty when the code is not right
     */
    Optional<List<String>> turnOn(int admin, String sealed, String code) {
        OptionalLong step =
                TimedCodes.stepOf(box.open(sealed, place(admin)), code, clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        admins.setFactor(admin, sealed, step.getAsLong());
        return Optional.of(recovery.renew(admin));
    }

    List<String> renewRecovery(int admin) {
        return recovery.renew(admin);
    }

    int recoveryLeft(int admin) {
        return recovery.left(admin);
    }

    /**
     * @return whether there was one
     */
    boolean turnOff(int admin) {
        recovery.forget(admin);
        return admins.removeFactor(admin);
    }

    private static SecretBox.Place place(int admin) {
        return new SecretBox.Place("eb_admins", "totp_secret", Integer.toString(admin));
    }
}
