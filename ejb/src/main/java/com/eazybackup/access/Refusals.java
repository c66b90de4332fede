package com.eazybackup.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps a program that is refused over and over from filling the audit trail: the same refusal of
 * the same person is news once a minute.
 *
 * <p>Limit: one node's memory, of the last ten thousand.
 */
@ApplicationScoped
class Refusals {

    private static final long APART = Duration.ofMinutes(1).toMillis();
    private static final int MOST = 10_000;

    private record Key(Role role, int person, Action action) {}

    private final Map<Key, Long> told =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
                    return size() > MOST;
                }
            };
    private Clock clock;

    Refusals() {}

    @Inject
    Refusals(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean news(Caller caller, Action action) {
        Key key = new Key(caller.role(), caller.userId(), action);
        long now = clock.millis();
        Long before = told.get(key);
        if (before != null && now - before < APART) {
            return false;
        }
        told.put(key, now);
        return true;
    }
}
