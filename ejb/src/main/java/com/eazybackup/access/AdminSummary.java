package com.eazybackup.access;

import java.time.Instant;
import java.util.Optional;

/**
 * An administrator, as those see him who manage administrators.
 *
 * @param role as {@link Duty#code()}; of one that this version does not know, as it is stored
 * @param mustChange whether the password is still the one from the environment
 * @param seen when something was asked in his name last
 * @param self whether it is whoever looks
 */
public record AdminSummary(
        int id,
        String email,
        String name,
        String role,
        boolean disabled,
        boolean secondFactor,
        boolean mustChange,
        Optional<Instant> seen,
        boolean self) {}
