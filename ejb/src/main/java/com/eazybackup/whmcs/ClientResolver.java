package com.eazybackup.whmcs;

import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import javax.sql.DataSource;

/**
 * Says whose a Comet user is, when rows are written.
 *
 * <p>Guarantee: a name that could mean two clients resolves to none; a name on one Comet Server
 * never resolves to the owner of that name on another. A service that is new, moved, renamed or
 * ended is seen within {@link #LOOK}, and that much later for each further {@link
 * #SERVICES_PER_LOOK} services of WHMCS; what else may change (server groups, rows of {@code
 * comet_users}) after {@code EB_WHMCS_USER_CACHE_TTL} seconds. Limit: remembers the 200,000 names
 * used last.
 */
@ApplicationScoped
public class ClientResolver {

    private static final Duration REFUSAL = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofSeconds(60);
    private static final int NAMES_AT_ONCE = 500;

    /**
     * Names of all servers together: who is connected is asked every minute, and a list that is
     * longer than this would find none of its names here. Some 300 bytes each.
     */
    static final int REMEMBERED = 200_000;

    /** So old may an answer be without a look at whether a service has changed: one query. */
    static final Duration LOOK = Duration.ofSeconds(5);

    /** The look reads all services: where there are more of them it is taken less often. */
    static final int SERVICES_PER_LOOK = 20_000;

    /** One that failed has seen nothing: it is repeated, and not with every call. */
    static final Duration REPEAT = Duration.ofSeconds(1);

    private final Map<Key, Answer> memory =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private DataSource database;
    private Clock clock;
    private Duration keep;
    private Instant nextLook = Instant.MIN;
    private UserCandidates.Mark services = UserCandidates.Mark.NONE;
    private int changes;

    ClientResolver() {}

    @Inject
    ClientResolver(DataSource database, Clock clock, Settings settings) {
        this(database, clock, settings.duration(Setting.EB_WHMCS_USER_CACHE_TTL));
    }

    /** For tests: what is remembered for how long. */
    public ClientResolver(DataSource database, Clock clock, Duration keep) {
        this.database = database;
        this.clock = clock;
        this.keep = keep.compareTo(SHORTEST) < 0 ? SHORTEST : keep;
    }

    /**
     * Resolves many names with two queries at most, however many are not remembered. Up to 500
     * those name them; for more they read the candidates of every name on the server, because WHMCS
     * keeps no key of names and would read all its services for each 500.
     *
     * @return an entry for each name that belongs to somebody; the others are left out
     */
    public Map<CometUsername, CometUser> resolve(
            ProfileName profile, Collection<CometUsername> names) throws SQLException {
        return resolve(
                profile,
                names,
                unknown ->
                        unknown > NAMES_AT_ONCE
                                ? ahead(profile)::rows
                                : (connection, some) ->
                                        UserCandidates.read(connection, profile, some));
    }

    /**
     * For who goes through all accounts of a Comet Server, some at a time.
     *
     * @return answers as {@link #resolve} does, at the cost of two queries in all
     */
    public ClientsAhead ahead(ProfileName profile) {
        return new ClientsAhead(this, profile, clock, keep);
    }

    Map<CometUsername, CometUser> resolve(
            ProfileName profile,
            Collection<CometUsername> names,
            IntFunction<UserCandidates.Source> source)
            throws SQLException {
        Map<CometUsername, CometUser> resolved = new HashMap<>();
        Set<CometUsername> unknown = new LinkedHashSet<>();
        Instant now = clock.instant();
        forgetIfServicesChanged(now);
        for (CometUsername name : names) {
            Answer answer = remembered(new Key(profile, name), now);
            if (answer == null) {
                unknown.add(name);
            } else {
                answer.user().ifPresent(user -> resolved.put(name, user));
            }
        }
        if (!unknown.isEmpty()) {
            look(profile, List.copyOf(unknown), source.apply(unknown.size()), now, resolved);
        }
        return resolved;
    }

    /**
     * Costs one query at most every {@link #LOOK}.
     *
     * @return another number when some service has come, gone, moved or changed its name or status
     */
    public int revision() throws SQLException {
        forgetIfServicesChanged(clock.instant());
        return changes();
    }

    /** WHMCS tells nobody when a service moves to another client. */
    private void forgetIfServicesChanged(Instant now) throws SQLException {
        if (!looksAt(now)) {
            return;
        }
        boolean seen = false;
        try (Connection connection = database.getConnection()) {
            forgetUnless(UserCandidates.servicesMark(connection));
            seen = true;
        } finally {
            if (!seen) {
                repeat();
            }
        }
    }

    private synchronized boolean looksAt(Instant now) {
        Duration pause = LOOK.multipliedBy(1 + services.services() / SERVICES_PER_LOOK);
        // One that lies further ahead is of a clock that has been set back.
        boolean due = !now.isBefore(nextLook) || nextLook.isAfter(now.plus(pause));
        if (due) {
            nextLook = now.plus(pause);
        }
        return due;
    }

    private synchronized void repeat() {
        nextLook = clock.instant().plus(REPEAT);
    }

    private synchronized void forgetUnless(UserCandidates.Mark mark) {
        if (!mark.equals(services)) {
            memory.clear();
            changes++;
            services = mark;
        }
    }

    private void look(
            ProfileName profile,
            List<CometUsername> names,
            UserCandidates.Source source,
            Instant now,
            Map<CometUsername, CometUser> resolved)
            throws SQLException {
        int before = changes();
        try (Connection connection = database.getConnection()) {
            for (int from = 0; from < names.size(); from += NAMES_AT_ONCE) {
                List<CometUsername> some =
                        names.subList(from, Math.min(from + NAMES_AT_ONCE, names.size()));
                Map<String, List<UserCandidate>> rows =
                        source.of(connection, some.stream().map(CometUsername::value).toList());
                for (CometUsername name : some) {
                    Optional<CometUser> user =
                            UserResolution.decide(
                                    name.value(),
                                    rows.getOrDefault(UserCandidates.key(name.value()), List.of()));
                    user.ifPresent(found -> resolved.put(name, found));
                    remember(new Key(profile, name), user, now, before);
                }
            }
        }
    }

    private synchronized Answer remembered(Key key, Instant now) {
        Answer answer = memory.get(key);
        return answer == null || answer.until().isBefore(now) ? null : answer;
    }

    /** What was read before a service changed is used once and not kept. */
    private synchronized void remember(
            Key key, Optional<CometUser> user, Instant now, int changesThen) {
        if (changesThen == changes) {
            memory.put(key, new Answer(user, now.plus(user.isPresent() ? keep : REFUSAL)));
        }
    }

    synchronized int changes() {
        return changes;
    }

    private record Key(ProfileName profile, CometUsername name) {}

    private record Answer(Optional<CometUser> user, Instant until) {}
}
