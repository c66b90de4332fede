package com.eazybackup.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Which sessions are over, as this node knows it: asked with every request, so without a query.
 * Whoever holds something open for a session is told when it ends.
 *
 * <p>Limit: what other nodes end is known here within two seconds ({@link SessionWatch}).
 */
@ApplicationScoped
class EndedSessions {

    private record Over(Instant known, SessionEnd why) {}

    private final Map<String, Over> ended = new ConcurrentHashMap<>();
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
    private Clock clock;

    EndedSessions() {}

    @Inject
    EndedSessions(Clock clock) {
        this.clock = clock;
    }

    boolean has(String id) {
        return ended.containsKey(id);
    }

    /**
     * @return why that one is over; empty while it is not
     */
    Optional<SessionEnd> why(String id) {
        return Optional.ofNullable(ended.get(id)).map(Over::why);
    }

    void add(Map<String, SessionEnd> over) {
        Set<String> news = new HashSet<>();
        over.forEach(
                (id, why) -> {
                    if (ended.putIfAbsent(id, new Over(clock.instant(), why)) == null) {
                        news.add(id);
                    }
                });
        tell(news);
    }

    /** Ends what is held open, of a key for programs, too, which may be good again later. */
    void tell(Set<String> passes) {
        if (!passes.isEmpty()) {
            listeners.forEach(listener -> listener.accept(Set.copyOf(passes)));
        }
    }

    void whenEnded(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }

    /** A session that ended so long ago would be too old by itself. */
    void forgetOlderThan(Duration longest) {
        Instant before = clock.instant().minus(longest);
        ended.values().removeIf(over -> over.known().isBefore(before));
    }
}
