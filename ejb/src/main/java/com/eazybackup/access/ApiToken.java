package com.eazybackup.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key for programs, as those see it who look after the client's keys.
 *
 * @param beginning the first characters of the key
 * @param madeBy e-mail of its maker; the key can do no more than they may
 * @param used when it was last used, a minute exact; empty when never
 * @param usedFrom the address of the last use, may be empty
 */
public record ApiToken(
        long id,
        String name,
        String beginning,
        Set<Permission> scope,
        String madeBy,
        Instant made,
        Instant expires,
        Optional<Instant> used,
        String usedFrom) {

    public ApiToken {
        scope = Set.copyOf(scope);
    }
}
