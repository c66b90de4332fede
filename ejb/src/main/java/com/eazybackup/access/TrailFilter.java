package com.eazybackup.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of the audit trail somebody wants to read.
 *
 * @param person the whole e-mail address, in any case
 * @param action by its code, whether or not this version knows it
 * @param result by its word
 * @param from the first moment
 * @param until the first moment that is not wanted any more
 * @param text found in the target, the reference or the person's address, in any case; empty for
 *     all
 */
public record TrailFilter(
        Optional<String> person,
        Optional<String> action,
        Optional<String> result,
        Optional<Instant> from,
        Optional<Instant> until,
        String text) {

    public static TrailFilter all() {
        return new TrailFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }
}
