package com.eazybackup.access;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the audit trail, from which one reads on: a line's time and its number. Lines that are
 * written meanwhile move nothing.
 */
public record TrailPlace(long atMs, long id) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,15})-([0-9]{1,18})");

    /**
     * @return empty when the text is no place
     */
    public static Optional<TrailPlace> of(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new TrailPlace(
                                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    public Instant at() {
        return Instant.ofEpochMilli(atMs);
    }

    /** As programs hand it back. */
    @Override
    public String toString() {
        return atMs + "-" + id;
    }
}
