package com.eazybackup.access;

import java.time.Instant;
import java.util.List;

/**
 * Somebody was invited.
 *
 * @param link what to hand over, shown this once; empty when it goes out by mail
 * @param missing settings without which no mail can be sent; empty when one is sent
 */
public record Invited(int id, String email, Instant expires, String link, List<String> missing) {

    public boolean mailed() {
        return missing.isEmpty();
    }

    /** Leaves the link out. */
    @Override
    public String toString() {
        return "invitation " + id;
    }
}
