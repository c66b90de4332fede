package com.eazybackup.access;

import java.time.Instant;
import java.util.Optional;

/**
 * How an administrator's own sign-in stands.
 *
 * @param first what has to be done before anything else
 * @param passwordSet empty for one that the operator gave
 * @param factorPossible whether the operator has given the key that secrets are sealed with
 * @param recoveryLeft recovery codes that were not used yet
 */
public record OwnAccount(
        String email,
        Optional<FirstThing> first,
        Optional<Instant> passwordSet,
        boolean factor,
        boolean factorRequired,
        boolean factorPossible,
        int recoveryLeft) {}
