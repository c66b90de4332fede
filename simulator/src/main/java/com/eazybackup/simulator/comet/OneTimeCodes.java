package com.eazybackup.simulator.comet;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Who has which secret for one-time codes; each code serves once. */
final class OneTimeCodes {

    private static final int SECRET_BYTES = 20;

    private record Held(Totp totp, long lastStep) {}

    private final LongSupplier now;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Held> byOwner = new HashMap<>();

    /**
     * @param now the server's clock in Unix seconds
     */
    OneTimeCodes(LongSupplier now) {
        this.now = now;
    }

    /** A new secret, which the old codes do not fit. */
    synchronized Totp renew(String owner) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        Totp totp = new Totp(secret);
        byOwner.put(owner, new Held(totp, Long.MIN_VALUE));
        return totp;
    }

    synchronized void forget(String owner) {
        byOwner.remove(owner);
    }

    synchronized Optional<Totp> of(String owner) {
        return Optional.ofNullable(byOwner.get(owner)).map(Held::totp);
    }

    /**
     * @return whether the code is right; it is used up then, and so are those before it
     */
    synchronized boolean use(String owner, String code) {
        Held held = byOwner.get(owner);
        if (held == null) {
            return false;
        }
        OptionalLong step = held.totp().step(code, now.getAsLong());
        if (step.isEmpty() || step.getAsLong() <= held.lastStep()) {
            return false;
        }
        byOwner.put(owner, new Held(held.totp(), step.getAsLong()));
        return true;
    }
}
