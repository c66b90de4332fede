package com.eazybackup.access;

import java.util.Arrays;
import java.util.Optional;

/** Why a session is over. */
public enum SessionEnd {
    SIGNED_OUT("signed-out"),
    /** Somebody signed in anew in the same browser. */
    SIGNED_IN_AGAIN("signed-in-again"),
    /** Nothing was asked for too long. */
    IDLE("idle"),
    /** It had lasted as long as a session may. */
    LIMIT("limit"),
    /** Its owner ended it, from another session or all at once. */
    BY_OWNER("by-owner"),
    /** An administrator ended it. */
    BY_ADMIN("by-admin"),
    PASSWORD_CHANGED("password-changed"),
    SECOND_FACTOR_CHANGED("factor-changed"),
    /** The account was disabled, deleted, or has another role now. */
    ACCOUNT_CHANGED("account-changed"),
    /** WHMCS lets the person act for other clients, or otherwise, than when it began. */
    MEMBERSHIP_CHANGED("members-changed"),
    /** The identity provider said so. */
    BY_PROVIDER("by-provider");

    private final String code;

    SessionEnd(String code) {
        this.code = code;
    }

    /**
     * @return as {@code eb_sessions.reason} spells it, at most 24 characters
     */
    public String code() {
        return code;
    }

    /**
     * @return the one that is spelt so, also when that came from outside
     */
    public static Optional<SessionEnd> of(String code) {
        return Arrays.stream(values()).filter(end -> end.code.equals(code)).findFirst();
    }
}
