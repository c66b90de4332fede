package com.eazybackup.access;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody came in with: a session, or a key for programs.
 *
 * @param id of the session in {@code eb_sessions}, which is not the cookie's; of the key in {@code
 *     eb_api_tokens}
 * @param since when the session began, or the key was shown
 * @param csrf secret that writes of a session must repeat; empty for a key, which no foreign page
 *     can send
 * @param scope what it is limited to; null for all that its owner may do
 */
public record Pass(Kind kind, String id, Instant since, String csrf, Set<Permission> scope)
        implements Serializable {

    /** How somebody came in. */
    public enum Kind {
        SESSION("session"),
        TOKEN("token");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    public Pass {
        scope = scope == null ? null : Set.copyOf(scope);
    }

    static Pass session(String id, Instant since, String csrf) {
        return new Pass(Kind.SESSION, id, since, csrf, null);
    }

    static Pass token(String id, Instant since, Set<Permission> scope) {
        return new Pass(Kind.TOKEN, id, since, "", scope);
    }

    /**
     * @return by what is remembered what this pass holds open: sessions and keys never share one
     */
    public String key() {
        return kind == Kind.TOKEN ? tokenKey(id) : id;
    }

    static String tokenKey(String id) {
        return "token " + id;
    }

    boolean allows(Permission permission) {
        return scope == null || scope.contains(permission);
    }

    /** The same pass for less. */
    Pass limitedTo(Set<Permission> less) {
        return new Pass(kind, id, since, csrf, less);
    }

    /** The same pass for all that its owner may do. */
    Pass unlimited() {
        return new Pass(kind, id, since, csrf, null);
    }

    Optional<Set<Permission>> limit() {
        return Optional.ofNullable(scope);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return kind.code() + " " + id;
    }
}
