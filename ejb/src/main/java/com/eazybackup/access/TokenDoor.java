package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.whmcs.UserId;
import com.eazybackup.whmcs.UserStanding;
import com.eazybackup.whmcs.UserStandings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets programs in by their key.
 *
 * <p>Guarantee: a key opens what is in its scope and what its maker may do for its client at that
 * moment, and nothing once it is revoked or over, its maker has left the client, or the client was
 * closed. What was found out is believed for two seconds, and not at all on the node where a key
 * was revoked.
 *
 * <p>Security: an unknown, revoked, expired and orphaned key get the same answer, none of them from
 * memory. An address with wrong keys waits: twenty free, then a second, doubled up to a minute.
 * Keys that were good lately do not wait with it.
 *
 * <p>Cost: two queries for each key every two seconds while it is used, none in between.
 */
@ApplicationScoped
class TokenDoor {

    private static final Logger LOG = System.getLogger(TokenDoor.class.getName());
    private static final Duration BELIEVED = Duration.ofSeconds(2);
    private static final Tally.Policy ADDRESS =
            new Tally.Policy(20, Duration.ofMinutes(1), Duration.ofMinutes(15), 50_000);

    /** What came of a key. */
    sealed interface Answer {

        record Admitted(Caller caller) implements Answer {}

        record Refused() implements Answer {}

        /** Nothing was looked at. */
        record TooMany(Duration pause) implements Answer {}
    }

    private record Known(Caller caller, long id, Instant checked, Instant expires) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** What was found out about by a request, before {@link #lost} has looked. */
    private final Set<String> dropped = ConcurrentHashMap.newKeySet();

    private final Map<Long, TokenTable.Use> uses = new ConcurrentHashMap<>();
    private final Tally failures = new Tally(ADDRESS);
    private TokenTable table;
    private UserStandings users;
    private Clock clock;

    TokenDoor() {}

    @Inject
    TokenDoor(TokenTable table, UserStandings users, Clock clock) {
        this.table = table;
        this.users = users;
        this.clock = clock;
    }

    /**
     * @throws DatabaseUnavailable when nobody can tell whether the key is good
     */
    Answer admit(String key, CallerAddress address) {
        Instant now = clock.instant();
        TokenSecret secret = new TokenSecret(key);
        String hash = secret.hash();
        Known before = known.get(hash);
        if (before != null && fresh(before, now)) {
            return admitted(before, address, now);
        }
        Duration wait = before == null ? attempt(address, now) : Duration.ZERO;
        if (!wait.isZero()) {
            return new Answer.TooMany(wait);
        }
        Optional<Known> found = secret.wellFormed() ? look(hash, now) : Optional.empty();
        if (before != null && !found.map(Known::caller).equals(Optional.of(before.caller()))) {
            dropped.add(before.caller().pass().key());
        }
        if (found.isEmpty()) {
            known.remove(hash);
            LOG.log(Level.INFO, "A key for programs from {0} was refused", address.text());
            return new Answer.Refused();
        }
        if (before == null) {
            takeBack(address);
        }
        known.put(hash, found.get());
        return admitted(found.get(), address, now);
    }

    private static boolean fresh(Known one, Instant now) {
        return now.isBefore(one.checked().plus(BELIEVED)) && now.isBefore(one.expires());
    }

    private Answer admitted(Known one, CallerAddress address, Instant now) {
        uses.put(one.id(), new TokenTable.Use(now, address.text()));
        return new Answer.Admitted(one.caller());
    }

    /** Counted before it is looked at, so that a burst in parallel counts in full. */
    private Duration attempt(CallerAddress address, Instant now) {
        synchronized (failures) {
            Duration wait = failures.wait(address.network(), now);
            if (wait.isZero()) {
                failures.count(address.network(), now);
            }
            return wait;
        }
    }

    private void takeBack(CallerAddress address) {
        synchronized (failures) {
            failures.takeBack(address.network());
        }
    }

    private Optional<Known> look(String hash, Instant now) {
        return table.byHash(hash, now)
                .flatMap(
                        token ->
                                users.of(token.maker())
                                        .flatMap(maker -> caller(token, maker))
                                        .map(
                                                caller ->
                                                        new Known(
                                                                caller,
                                                                token.id(),
                                                                now,
                                                                token.expires())));
    }

    private static Optional<Caller> caller(TokenTable.Good token, UserStanding maker) {
        Person person =
                Person.customer(
                        maker.user().id().value(), maker.user().email(), maker.user().name());
        return Standings.clientsOf(maker).stream()
                .filter(client -> client.id().equals(token.client()))
                .findFirst()
                .flatMap(client -> caller(token, person, client));
    }

    private static Optional<Caller> caller(
            TokenTable.Good token, Person person, ClientSummary client) {
        Set<Permission> both = EnumSet.noneOf(Permission.class);
        both.addAll(token.scope());
        both.retainAll(client.duty().permissions());
        Pass pass = Pass.token(Long.toString(token.id()), token.made(), both);
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(new Caller(person, List.of(client), client, pass));
    }

    /** Believes nothing of that key any longer. */
    void forget(long id) {
        known.values().removeIf(one -> one.id() == id);
    }

    /**
     * Looks at all keys that were used on this node since it started, with two queries, and at none
     * when none was.
     *
     * @return those that open less now than when they were last let in, by {@link Pass#key}
     */
    Set<String> lost() {
        Map<String, Known> all = Map.copyOf(known);
        Set<String> lost = new HashSet<>(dropped);
        if (!all.isEmpty()) {
            lost.addAll(lost(all));
        }
        dropped.removeAll(lost); // now that nothing can fail any more
        return lost;
    }

    private Set<String> lost(Map<String, Known> all) {
        Set<Long> open = table.open(all.values().stream().map(Known::id).toList(), clock.instant());
        Set<UserId> makers = new HashSet<>();
        all.values().forEach(one -> makers.add(new UserId(one.caller().userId())));
        Map<UserId, UserStanding> now = users.of(makers);
        Set<String> lost = new HashSet<>();
        all.forEach(
                (hash, one) -> {
                    UserStanding maker = now.get(new UserId(one.caller().userId()));
                    if (!open.contains(one.id()) || !stands(one.caller(), maker)) {
                        known.remove(hash, one);
                        lost.add(one.caller().pass().key());
                    }
                });
        return lost;
    }

    /** The duty decides what a key may do: with another one it comes in anew. */
    private static boolean stands(Caller caller, UserStanding maker) {
        return maker != null
                && Standings.clientsOf(maker).stream()
                        .anyMatch(
                                client ->
                                        client.id().equals(caller.client().id())
                                                && client.duty() == caller.client().duty());
    }

    /** What was used since the last time. */
    Map<Long, TokenTable.Use> takeUses() {
        Map<Long, TokenTable.Use> taken = new HashMap<>();
        for (Long id : Set.copyOf(uses.keySet())) {
            Optional.ofNullable(uses.remove(id)).ifPresent(use -> taken.put(id, use));
        }
        return taken;
    }
}
