package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A client's keys for programs: made, shown once, listed, revoked.
 *
 * <p>Guarantee: a key is stored as its SHA-256 alone; it never does more than its maker may, and
 * nothing that only a person should ({@link #FOR_PROGRAMS}): no key makes or revokes keys. A
 * revoked key opens nothing here from then on, and nothing on other nodes after two seconds.
 *
 * <p>Every method throws {@link AccessRefused} for who may not, and {@link DatabaseUnavailable}.
 */
@ApplicationScoped
public class ApiTokens {

    /** What a program may be given. */
    public static final Set<Permission> FOR_PROGRAMS =
            Set.of(Permission.SEE_FLEET, Permission.GROUP_DEVICES, Permission.SEE_CLIENT_TRAIL);

    private static final Duration EXPIRED_SHOWN = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_NAME = 100;

    private Door door;
    private TokenTable table;
    private TokenDoor tokens;
    private EndedSessions ended;
    private Clock clock;

    ApiTokens() {}

    @Inject
    ApiTokens(Door door, TokenTable table, TokenDoor tokens, EndedSessions ended, Clock clock) {
        this.door = door;
        this.table = table;
        this.tokens = tokens;
        this.ended = ended;
        this.clock = clock;
    }

    /**
     * @return the client's, the newest first: the open ones, and for thirty days those that are
     *     over. Revoked ones are in the audit trail alone
     */
    public List<ApiToken> list() {
        ClientId client = door.forClient(Action.SEE_TOKENS);
        return table.of(client, clock.instant().minus(EXPIRED_SHOWN));
    }

    /**
     * @return what the caller may give to a program
     */
    public Set<Permission> givable() {
        return givable(door.enter(Action.SEE_TOKENS));
    }

    private static Set<Permission> givable(Caller maker) {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        FOR_PROGRAMS.stream().filter(maker::may).forEach(all::add);
        return all;
    }

    /**
     * Makes a key for the client that the caller acts for.
     *
     * @param expires at most 366 days away
     */
    public TokenMaking make(String name, Set<Permission> scope, Instant expires) {
        ClientId client = door.forClient(Action.MAKE_TOKEN);
        Caller maker = door.enter(Action.MAKE_TOKEN);
        String plain = SafeText.of(name, LONGEST_NAME + 1);
        return door.act(
                Action.MAKE_TOKEN,
                plain,
                () -> make(client, maker, plain, scope, expires),
                TokenMaking::word);
    }

    private TokenMaking make(
            ClientId client, Caller maker, String name, Set<Permission> scope, Instant expires) {
        Instant now = clock.instant();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return TokenMaking.Not.NAME;
        }
        if (scope.isEmpty() || !givable(maker).containsAll(scope)) {
            return TokenMaking.Not.SCOPE;
        }
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            return TokenMaking.Not.EXPIRY;
        }
        return table.write(
                new TokenTable.Draft(
                        client, maker.person(), name, scope, TokenSecret.random(), now, expires));
    }

    /**
     * Takes a key's force, whoever of the client made it.
     *
     * @throws AccessRefused also when the client has no such key, or it was revoked before
     */
    public void revoke(long id) {
        ClientId client = door.forClient(Action.REVOKE_TOKEN);
        String by = door.enter(Action.REVOKE_TOKEN).email();
        boolean done =
                door.act(
                        Action.REVOKE_TOKEN,
                        Long.toString(id),
                        () -> table.revoke(client, id, by, clock.instant()),
                        found -> found ? "ok" : "not-found");
        if (!done) {
            throw new AccessRefused(AccessRefused.Reason.NOT_FOUND);
        }
        tokens.forget(id);
        ended.tell(Set.of(Pass.tokenKey(Long.toString(id))));
    }
}
