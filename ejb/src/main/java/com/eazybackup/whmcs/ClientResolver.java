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
import javax.sql.DataSource;

/**
 * Says whose a Comet user is, when rows are written.
 *
 * <p>Guarantee: a name that could mean two clients resolves to none; a name on one Comet Server
 * never resolves to the owner of that name on another. Answers are remembered for {@code
 * EB_WHMCS_USER_CACHE_TTL} seconds, refusals for 60, so a new service is seen within a minute.
 * Limit: remembers the 50,000 names used last.
 */
@ApplicationScoped
public class ClientResolver {

    private static final Duration REFUSAL = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofSeconds(60);
    private static final int NAMES_AT_ONCE = 500;
    private static final int REMEMBERED = 50_000;

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
     * Resolves many names with two queries at most for every 500 that are not remembered.
     *
     * @return an entry for each name that belongs to somebody; the others are left out
     */
    public Map<CometUsername, CometUser> resolve(
            ProfileName profile, Collection<CometUsername> names) throws SQLException {
        Map<CometUsername, CometUser> resolved = new HashMap<>();
        Set<CometUsername> unknown = new LinkedHashSet<>();
        Instant now = clock.instant();
        for (CometUsername name : names) {
            Answer answer = remembered(new Key(profile, name), now);
            if (answer == null) {
                unknown.add(name);
            } else {
                answer.user().ifPresent(user -> resolved.put(name, user));
            }
        }
        if (!unknown.isEmpty()) {
            look(profile, List.copyOf(unknown), now, resolved);
        }
        return resolved;
    }

    private void look(
            ProfileName profile,
            List<CometUsername> names,
            Instant now,
            Map<CometUsername, CometUser> resolved)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (int from = 0; from < names.size(); from += NAMES_AT_ONCE) {
                List<CometUsername> some =
                        names.subList(from, Math.min(from + NAMES_AT_ONCE, names.size()));
                Map<String, List<UserCandidate>> rows =
                        UserCandidates.read(
                                connection,
                                profile,
                                some.stream().map(CometUsername::value).toList());
                for (CometUsername name : some) {
                    Optional<CometUser> user =
                            UserResolution.decide(
                                    name.value(),
                                    rows.getOrDefault(UserCandidates.key(name.value()), List.of()));
                    user.ifPresent(found -> resolved.put(name, found));
                    remember(new Key(profile, name), user, now);
                }
            }
        }
    }

    private synchronized Answer remembered(Key key, Instant now) {
        Answer answer = memory.get(key);
        return answer == null || answer.until().isBefore(now) ? null : answer;
    }

    private synchronized void remember(Key key, Optional<CometUser> user, Instant now) {
        memory.put(key, new Answer(user, now.plus(user.isPresent() ? keep : REFUSAL)));
    }

    private record Key(ProfileName profile, CometUsername name) {}

    private record Answer(Optional<CometUser> user, Instant until) {}
}
