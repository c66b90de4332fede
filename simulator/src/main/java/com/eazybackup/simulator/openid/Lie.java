package com.eazybackup.simulator.openid;

/** One thing that is wrong with what a provider issues. */
public enum Lie {
    NONE,
    /** The ID token is of another issuer. */
    WRONG_ISSUER,
    /** The ID token is of another tenant of the same house: same keys, longer issuer. */
    OTHER_TENANT,
    /** The ID token is for another client. */
    WRONG_AUDIENCE,
    /** The ID token is for us and for somebody else, and does not say who asked for it. */
    MORE_AUDIENCES,
    /** The ID token was asked for by another client. */
    OTHER_PARTY,
    WRONG_NONCE,
    NO_NONCE,
    /** Past its end by two minutes. */
    EXPIRED,
    /** Past its end by half a minute: clocks differ. */
    JUST_EXPIRED,
    /** Issued in five minutes' time. */
    FROM_THE_FUTURE,
    /** No signature at all, and it says so. */
    UNSIGNED,
    /** Signed with HS256, the public key as the secret. */
    PUBLIC_KEY_AS_SECRET,
    /** Signed with HS256, the client's secret as the secret. */
    CLIENT_SECRET_AS_KEY,
    /** Signed with a key that is not published, under an unknown name. */
    UNKNOWN_KEY,
    /** Signed with a key that is not published, under the name of one that is. */
    FORGED_SIGNATURE,
    /** The claims were changed after signing. */
    TAMPERED,
    /** at_hash belongs to another access token. */
    WRONG_ACCESS_HASH,
    NO_SUBJECT,
    NO_ID_TOKEN,
    /** The userinfo endpoint speaks of somebody else. */
    USERINFO_OF_ANOTHER,
    /** The discovery document is of another issuer. */
    FOREIGN_DISCOVERY,
    /** The answer to the browser names another issuer. */
    FOREIGN_ANSWER,
    /** The answer to the browser has another state. */
    WRONG_STATE,
    /** A code is honoured as often as it comes, and whoever brings it. */
    CODES_FOR_ALL,
    /** The discovery document is many megabytes long. */
    ENDLESS_DISCOVERY,
    /** The token endpoint sends the client elsewhere. */
    REDIRECTS,
    /** A logout token without its event. */
    LOGOUT_WITHOUT_EVENT,
    /** A logout token with a nonce, as an ID token has it. */
    LOGOUT_WITH_NONCE
}
