package com.eazybackup.access;

/** What came of making a key for programs. */
public sealed interface TokenMaking {

    /**
     * @param secret the key itself, which is nowhere else and cannot be shown again
     */
    record Made(ApiToken token, String secret) implements TokenMaking {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Made[" + token.id() + "]";
        }
    }

    /** Nothing was made. */
    enum Not implements TokenMaking {
        /** No name, or one of more than a hundred characters. */
        NAME("bad-name"),
        /** An open key of the client has that name. */
        NAME_TAKEN("name-taken"),
        /** Nothing to do, something unknown, or more than its maker may. */
        SCOPE("bad-scope"),
        /** Over already, or more than 366 days away. */
        EXPIRY("bad-expiry"),
        /** The client has as many open keys as it may have. */
        TOO_MANY("too-many");

        private final String code;

        Not(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * @return in a word, for the audit trail
     */
    default String word() {
        return this instanceof Not not ? not.code() : "ok";
    }
}
